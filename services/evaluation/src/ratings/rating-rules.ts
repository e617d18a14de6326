import type { Role } from '@duban/kernel';
import type { Axis, Level, RatingSource } from '../facts/vocabulary.js';
import type { Label } from '../sheet/words.js';

/** Sources that are entered here. */
export type EnteredSource = Exclude<RatingSource, 'FORM' | 'VOTE'>;

/** How long after the reply of the round. */
export type RatingWindow = { readonly amount: number; readonly unit: 'DAY' | 'MONTH' };

export type SourceRule = {
  /** Who enters it; unit staff never do. */
  readonly enteredBy: readonly Role[];
  readonly within?: RatingWindow;
};

/** An axis of the locality's own, by level or by points. */
export type RatingAxisRule = {
  readonly label: Label;
  readonly canonical?: Axis;
  readonly points?: { readonly max: number; readonly satisfiedFrom: number; readonly basicallyFrom: number };
};

/** How a locality asks for ratings beside the signed form: `ratings` in scoring.yaml. */
export type RatingRules = {
  readonly axes: readonly Axis[];
  readonly ownAxes: Readonly<Record<string, RatingAxisRule>>;
  readonly levels: Readonly<Record<string, { readonly label: Label; readonly canonical: Level }>>;
  /** Levels that count as satisfied. */
  readonly satisfied: readonly Level[];
  readonly sources: Readonly<Partial<Record<EnteredSource, SourceRule>>>;
};

const OFFICES = ['DEPUTY_AFFAIRS_OFFICER', 'PROPOSAL_COMMITTEE_OFFICER', 'EVALUATOR'] as const;

/** What `localities/base/scoring.yaml` says; a version of sheets from before it said so is read with it. */
export const DEFAULT_RATING_RULES: RatingRules = {
  axes: ['ATTITUDE', 'RESULT', 'OVERALL'],
  ownAxes: {},
  levels: {
    SATISFIED: { label: { zh: '满意', en: 'satisfied' }, canonical: 'SATISFIED' },
    BASICALLY_SATISFIED: {
      label: { zh: '基本满意', en: 'basically satisfied' },
      canonical: 'BASICALLY_SATISFIED',
    },
    DISSATISFIED: { label: { zh: '不满意', en: 'dissatisfied' }, canonical: 'DISSATISFIED' },
  },
  satisfied: ['SATISFIED', 'BASICALLY_SATISFIED'],
  sources: {
    VERIFICATION: { enteredBy: [...OFFICES] },
    THIRD_PARTY: { enteredBy: ['THIRD_PARTY_SURVEYOR', ...OFFICES] },
    LAST_YEAR_B: { enteredBy: [...OFFICES] },
  },
};
