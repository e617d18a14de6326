import type { MissingPolicy } from '../sheet/indicator.js';
import type { VetoEffect, VetoScope } from '../sheet/veto.js';

/** Decimals are text: `87.5`. */
export type Points = string;

/** Why a case, a grade or a flag cost points. */
export const COST_REASONS = ['NOT_MET', 'UNKNOWN', 'BELOW_FULL', 'COUNTED'] as const;
export type CostReason = (typeof COST_REASONS)[number];

/** A leaf: what one case, or one record about the subject, cost. */
export type Cost = {
  readonly caseId: string | null;
  readonly recordId: string | null;
  readonly reason: CostReason;
  readonly lost: Points;
};

/** Tells the leaves of a line apart, and puts them in order. */
export const leafKey = ({ caseId, recordId }: Pick<Cost, 'caseId' | 'recordId'>): string =>
  `${caseId ?? ''} ${recordId ?? ''}`;

/**
 * One indicator's line. What it was worth, less what each leaf cost, less what no case could have
 * earned (`withheld`: a cap, or nothing to measure), is its points, to the last digit.
 */
export type ScoreLine = {
  readonly indicator: string;
  readonly part: string | null;
  /** As the sheet says. */
  readonly weight: Points;
  /** With its share of what other indicators without data left over. */
  readonly worth: Points;
  /** The policy that applied because there was nothing to measure. */
  readonly missing: MissingPolicy | null;
  readonly numerator: Points | null;
  readonly denominator: Points | null;
  /** Per cent, or a number of cases. */
  readonly value: Points | null;
  /** The value from which on it would have got everything. */
  readonly enough: Points | null;
  readonly points: Points;
  readonly withheld: Points;
  readonly cases: number;
  readonly costs: readonly Cost[];
};

export type AdjustmentLine = {
  readonly adjustment: string;
  readonly count: number;
  /** What the rule asks for, and what was there to give or take. Signed. */
  readonly asked: Points;
  readonly points: Points;
  readonly causes: readonly Cost[];
};

export type VetoLine = {
  readonly veto: string;
  readonly scope: VetoScope;
  /** The section, unit or person it falls upon; null where nobody recorded which. */
  readonly scopeId: string | null;
  readonly effect: VetoEffect;
  readonly grade: string | null;
  readonly caseIds: readonly string[];
  readonly recordIds: readonly string[];
  /** Triggers that a later round lifted. */
  readonly liftedCaseIds: readonly string[];
  readonly stands: boolean;
};

export type TargetLine = {
  readonly target: string;
  readonly value: Points | null;
  /** Null: nothing to measure. */
  readonly attained: boolean | null;
};

/** Why a subject has no score. */
export const NOT_ASSESSED_REASONS = ['TOO_FEW_CASES', 'NOTHING_TO_MEASURE'] as const;
export type NotAssessed = (typeof NOT_ASSESSED_REASONS)[number];

/** A score as a tree: total > lines > leaves. */
export type SubjectScore = {
  readonly subjectId: string;
  readonly cases: number;
  readonly notAssessed: NotAssessed | null;
  readonly lines: readonly ScoreLine[];
  /** What the sheet's floor or cap added or took before bonus and deduction. */
  readonly bound: Points;
  readonly adjustments: readonly AdjustmentLine[];
  /** What rounding the total added or took. */
  readonly rounding: Points;
  /** The sum of all of the above; null when not assessed. */
  readonly total: Points | null;
  /** What counts in rankings: the total, unless a veto sets it to zero. */
  readonly counted: Points | null;
  readonly vetoes: readonly VetoLine[];
  readonly eligibleForAward: boolean;
  readonly targets: readonly TargetLine[];
  readonly grade: string | null;
  readonly group: string | null;
  readonly rank: number | null;
  /** How many are ranked in the group. */
  readonly rankedOf: number;
  readonly listed: boolean;
};
