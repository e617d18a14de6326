import type { Decimal, Label, Population } from './words.js';

export const ADJUSTMENTS = ['BONUS', 'DEDUCTION'] as const;

/** Points beside the indicators (加分、扣分), one after the other in the order given. */
export type Adjustment = {
  readonly name: Label;
  readonly source?: string;
  readonly kind: (typeof ADJUSTMENTS)[number];
  /** Lower comes first. Two never have the same. */
  readonly order: number;
  readonly population?: Population;
  /** CEL: each case for which it holds counts once. */
  readonly that?: string;
  /** Or: each flag recorded under this code counts once. */
  readonly flag?: string;
  /** Or: points somebody entered under this code, with evidence. */
  readonly manual?: string;
  /** Points for each one that counts. */
  readonly per?: Decimal;
  /** So many at most. */
  readonly cap?: Decimal;
  /** One is enough to take away whatever is left at this place in the order (扣完为止、该项不得分). */
  readonly toZero?: boolean;
};
