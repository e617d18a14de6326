import type { DateUnit, DefinitionReport as Report } from '@duban/kernel';
import type { CanonicalLevel } from '../case/vocabulary.js';
import type { RoundReason } from '../case/vocabulary-answering.js';
import type { Condition } from './condition.js';
import type { Label } from './label.js';

/** A reason beside the rating why a case is handled again, and who may find that it is so. */
export type RoundTrigger = {
  readonly label: Label;
  readonly canonical: Exclude<RoundReason, 'DISSATISFIED' | 'LOW_SCORE'>;
  readonly by: readonly string[];
};

/** What has to be on record in a later round before it may end (包案、约谈、挂牌督办). */
export type RoundMeasure = {
  readonly label: Label;
  /** From which round of the handling on. */
  readonly fromRound: number;
  /** The kind of work record that shows it. */
  readonly record: string;
  readonly when?: Condition;
};

/** When and how a case is handled again. */
export type Rehandling = {
  readonly levels: readonly CanonicalLevel[];
  /** Canonical axes, or axes of the locality's own. */
  readonly axes: readonly string[];
  /** A form whose points add up to less opens another round; left out, points open none. */
  readonly belowPoints?: number;
  readonly triggers: Readonly<Record<string, RoundTrigger>>;
  readonly measures: Readonly<Record<string, RoundMeasure>>;
  readonly maxRounds: number;
  readonly withCoUnits: boolean;
  /** The kind of work record that explains a last round which still did not satisfy; left out, none is asked for. */
  readonly explanation?: string;
};

/** Who may correct a signed form, and for how long after it was first given. */
export type FeedbackCorrection = {
  readonly by: readonly ('RESPONDENT' | 'OFFICE')[];
  readonly within: { readonly amount: number; readonly unit: DateUnit };
};

/** What staff of a rated unit see: nothing of the rating, how it was rated, or by whom as well. */
export const UNIT_SIGHTS = ['NOTHING', 'LEVELS', 'PERSONS'] as const;
export type UnitSight = (typeof UNIT_SIGHTS)[number];

/** An axis of the locality's own, rated by level or by points. */
export type OwnAxis = {
  readonly label: Label;
  readonly order: number;
  /** What it means everywhere, where it means one of those; each at most once on a form. */
  readonly canonical?: 'ATTITUDE' | 'RESULT' | 'OVERALL';
  /** Rated from 0 to `max`; how many points mean satisfied, and basically satisfied. */
  readonly points?: { readonly max: number; readonly satisfiedFrom: number; readonly basicallyFrom: number };
};
export type OwnAxes = Readonly<Record<string, OwnAxis>>;

type Parts = {
  readonly feedback: { readonly axes: readonly string[]; readonly ownAxes: OwnAxes };
  readonly rehandling: Rehandling;
  readonly records: Readonly<Record<string, unknown>>;
};

/** What only the whole process can show. */
export function checkSecondRound({ feedback, rehandling, records }: Parts, report: Report): void {
  const { axes, ownAxes } = feedback;
  const rated = [...axes, ...Object.keys(ownAxes)];
  for (const axis of rehandling.axes) {
    if (!rated.includes(axis)) report(['rehandling', 'axes'], `并不评价“${axis}”。`, `${axis} is not rated.`);
  }
  for (const [code, { canonical, points }] of Object.entries(ownAxes)) {
    const path = ['feedback', 'ownAxes', code];
    const twice = Object.entries(ownAxes).some(([other, one]) => other < code && one.canonical === canonical);
    if (canonical && (axes.includes(canonical) || twice))
      report(path, `“${canonical}”在一张评价表上只能评价一次。`, `${canonical} is rated twice on one form.`);
    if (points && !(points.basicallyFrom <= points.satisfiedFrom && points.satisfiedFrom <= points.max))
      report(
        [...path, 'points'],
        '须 basicallyFrom ≤ satisfiedFrom ≤ max。',
        'write basicallyFrom <= satisfiedFrom <= max.',
      );
  }
  const most = Object.values(ownAxes).reduce((sum, { points }) => sum + (points?.max ?? 0), 0);
  if ((rehandling.belowPoints ?? 0) > most)
    report(
      ['rehandling', 'belowPoints'],
      `一张评价表最多 ${most} 分，低于此分数的件会无休止地重新办理。`,
      `a form has at most ${most} points; every case would be handled again.`,
    );
  const shown = Object.entries(rehandling.measures).map(([code, one]) => [
    `measures.${code}.record`,
    one.record,
  ]);
  if (rehandling.explanation !== undefined) shown.push(['explanation', rehandling.explanation]);
  for (const [place = '', record = ''] of shown) {
    if (!records[record])
      report(
        ['rehandling', ...place.split('.')],
        `没有“${record}”这种工作记录。`,
        `there is no kind of record "${record}".`,
      );
  }
  for (const [code, { by }] of Object.entries(rehandling.triggers)) {
    if (by.length === 0)
      report(
        ['rehandling', 'triggers', code, 'by'],
        '须写明由谁认定。',
        'name the roles that may find it so.',
      );
  }
}
