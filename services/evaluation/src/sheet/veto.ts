import type { Label, Population } from './words.js';

export const VETO_SCOPES = ['SECTION', 'UNIT', 'PERSON'] as const;
export type VetoScope = (typeof VETO_SCOPES)[number];
export const VETO_EFFECTS = ['INELIGIBLE_FOR_AWARD', 'GRADE_CAP', 'SCORE_ZERO'] as const;
export type VetoEffect = (typeof VETO_EFFECTS)[number];
export const VETO_PERIODS = ['YEAR', 'TERM'] as const;

/** One event that cancels an eligibility (一票否决). It is shown as what it is, and never as a low score. */
export type Veto = {
  readonly name: Label;
  readonly source?: string;
  readonly population?: Population;
  /** CEL: each case for which it holds is a trigger. */
  readonly that?: string;
  /** Or: each flag recorded under this code. */
  readonly flag?: string;
  /** CEL: a case for which it holds is a trigger no more, say after a second round. Left out: nothing lifts it. */
  readonly liftedBy?: string;
  readonly scope: VetoScope;
  /** SECTION, PERSON: the field of the process in which a unit names who answers; `section` or `handler` when left out. */
  readonly scopeField?: string;
  readonly effect: VetoEffect;
  /** GRADE_CAP: the best grade that is still possible. */
  readonly grade?: string;
  readonly period: (typeof VETO_PERIODS)[number];
};
