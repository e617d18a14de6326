import type { ValueType } from '@duban/kernel';
import type { SheetReport } from './sheet-problem.js';
import type { Decimal } from './words.js';

/** What checks of one sheet's parts are given. */
export type CheckContext = {
  readonly report: SheetReport;
  /** Reports whatever is wrong with an expression. */
  expression(path: readonly string[], written: string, type: ValueType): void;
  /** Reports a number that is no decimal or not in its range; gives whether it can be used. */
  number(path: readonly (string | number)[], written: Decimal | undefined, range?: Range): boolean;
};

export type Range = { readonly from?: Decimal; readonly above?: Decimal; readonly to?: Decimal };
