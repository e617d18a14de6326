import type { Exact } from '../sheet/decimal.js';
import type { Evidence } from './score-input.js';
import { type CostReason, leafKey } from './score-tree.js';

/** A case or a record that kept the value from being full, and by how much of it. */
export type Shortfall = {
  readonly caseId: string | null;
  readonly recordId: string | null;
  readonly reason: CostReason;
  readonly by: Exact;
};

export type Measured = {
  readonly numerator: Exact | null;
  readonly denominator: Exact | null;
  /** Per cent, or a number of cases; null when there is nothing to measure. */
  readonly value: Exact | null;
  readonly cases: number;
  readonly shortfalls: readonly Shortfall[];
};

/** One subject's rows, by their place in the columns, and what was recorded about it. */
export type SubjectData = {
  readonly rows: readonly number[];
  readonly evidence: readonly Evidence[];
};

/** The order does not depend on the order in which facts came. */
export const inOrder = (a: Shortfall, b: Shortfall): number => (leafKey(a) < leafKey(b) ? -1 : 1);
