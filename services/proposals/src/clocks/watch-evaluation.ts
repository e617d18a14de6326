import { addDays, dateInShanghai } from '@duban/kernel';
import type { DifferingNumber } from '../hear-evaluation/heard-figures.js';
import type { HeardRun, HeardVeto } from '../hear-evaluation/heard-scores.js';
import type { Subject } from './clock.js';
import { type LocalityWatch, localitySubject } from './locality-watch.js';

/** What was published longer ago has been dealt with, or is no matter of a warning any more. */
const WARNED_FOR_DAYS = 366;

/** W20: a veto stands in published scores; over when they are withdrawn, or others without it take their place. */
export const vetoesStanding: LocalityWatch = ({ scope, since }) =>
  scope.scored.flatMap((run) =>
    run.vetoes.map((veto) => {
      const subject = subjectOf(run, veto);
      const published = dateInShanghai(run.at);
      return {
        subject,
        from: since(subject.id) ?? published,
        until: addDays(published, WARNED_FOR_DAYS),
        reason: reasonOf(run, veto),
      };
    }),
  );

/** The same whichever publication says so: another one in its place starts no second warning. */
function subjectOf({ sheet, year }: HeardRun, { veto, unitId, scopeId }: HeardVeto): Subject {
  const id = `${unitId ?? ''}#${year}#${sheet}#${veto}#${scopeId ?? ''}`;
  return unitId === null ? localitySubject(id) : { kind: 'UNIT', id, assignmentId: null, unitId };
}

const EFFECTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  INELIGIBLE_FOR_AWARD: ['取消评优评先资格', 'not eligible for awards'],
  GRADE_CAP: ['评定等次受限', 'the grade is capped'],
  SCORE_ZERO: ['得分计零', 'the score is zero'],
};

function reasonOf({ year }: HeardRun, { label, scope, scopeId, effect }: HeardVeto) {
  const [zh, en] = EFFECTS[effect] ?? [effect, effect];
  const upon = scope === 'UNIT' || scopeId === null ? null : scopeId;
  return {
    zh: `${year} 年度考核结果触发一票否决“${label.zh}”${upon === null ? '' : `（${upon}）`}：${zh}`,
    en: `The scores of ${year} trigger the veto "${label.en}"${upon === null ? '' : ` (${upon})`}: ${en}`,
  };
}

/** W23: a year that is confirmed, and is counted otherwise now; over when it is confirmed anew, unlocked, or equal again. */
export const figuresDiffering: LocalityWatch = ({ scope, since }) =>
  scope.differing.flatMap(({ year, kind, numbers, at }) => {
    const [first] = numbers;
    if (!first) return [];
    const subject = localitySubject(`${year}#figures#${kind}`);
    const [others, told] = [numbers.length - 1, toldOf(first)];
    const reason = {
      zh: `${year} 年数据确认后有变动：${told.zh}${others === 0 ? '' : `；另有 ${others} 项`}`,
      en: `The figures of ${year} have changed since they were confirmed: ${told.en}${others === 0 ? '' : `, and ${others} more`}`,
    };
    return [{ subject, from: since(subject.id) ?? dateInShanghai(at), until: null, reason }];
  });

const counts = (numerator: number, denominator: number | null): string =>
  denominator === null ? `${numerator}` : `${numerator}/${denominator}`;

function toldOf({ label, numerator, denominator, numeratorNow, denominatorNow }: DifferingNumber) {
  const [before, now] = [counts(numerator, denominator), counts(numeratorNow, denominatorNow)];
  return {
    zh: `${label.zh}确认为 ${before}，现为 ${now}`,
    en: `${label.en} was confirmed as ${before} and is ${now}`,
  };
}
