/** A number as it is written: `6`, `0.4`, `"2.50"`. It is read as a decimal and never as a float. */
export type Decimal = number | string;

export type Label = { readonly zh: string; readonly en: string };

export const SCORE_ROUNDINGS = ['HALF_UP', 'TRUNCATE'] as const;
export type ScoreRounding = { readonly mode: (typeof SCORE_ROUNDINGS)[number]; readonly digits: number };

/** Roles in which a unit takes part in a case. */
export const SCORED_ROLES = ['LEAD', 'SOLE', 'SEPARATE', 'CO'] as const;
export type ScoredRole = (typeof SCORED_ROLES)[number];

/** Cases by how often they were handled. */
export const ROUND_CHOICES = ['ONCE', 'AGAIN'] as const;

/** Which cases (件) are looked at. What is left out does not matter; roles left out are all but CO. */
export type Population = {
  readonly kinds?: readonly string[];
  readonly roles?: readonly ScoredRole[];
  /** Designated key in one of these tiers. */
  readonly tiers?: readonly string[];
  readonly periods?: readonly string[];
  /** ONCE: handled in one round; AGAIN: handled a second time or more. */
  readonly rounds?: (typeof ROUND_CHOICES)[number];
};

/** The tightest of two: what the sheet and an indicator say together. */
export const narrowed = (sheet: Population = {}, own: Population = {}): Population => ({ ...sheet, ...own });
