import type { Cell, firstDifference } from '../cells/cell.js';
import { COUNTERS } from '../cells/counter.js';

/** What the last recounts of the cells of a figure came to. */
export type Proof = {
  /** True when every one gave the same; null when none was made, for a reason. */
  readonly equal: boolean | null;
  /** ISO instant of the oldest of them. */
  readonly checkedAt: string | null;
  /** Cases in the cells that were recounted. */
  readonly members: number;
  readonly reason: string | null;
};

/** Recounts of the cells of one locality that a question reads. */
export type Recounts = {
  readonly equal: boolean;
  readonly checkedAt: string;
  readonly members: number;
};

const NOT_YET = '尚未核对 not recounted yet';
const FROM_FACTS = '直接按案件事实计算，无需核对 counted from the facts themselves, nothing to recount';

const unproven = (reason: string): Proof => ({ equal: null, checkedAt: null, members: 0, reason });

/** A figure that no cell was read for. */
export const COUNTED_LIVE = unproven(FROM_FACTS);

/** One wrong cell makes a figure doubtful; a figure is as old as the oldest recount of what it is made of. */
export function proofOf(recounts: readonly Recounts[]): Proof {
  const [oldest] = recounts.map(({ checkedAt }) => checkedAt).sort();
  if (oldest === undefined) return unproven(NOT_YET);
  return {
    equal: recounts.every(({ equal }) => equal),
    checkedAt: oldest,
    members: recounts.reduce((sum, { members }) => sum + members, 0),
    reason: null,
  };
}

/** The first number of a cell that is not what a recount gives. */
export type WrongNumber = {
  readonly cell: Cell;
  readonly column: string;
  /** Null: there should be no such cell. */
  readonly expected: number | null;
  /** Null: there is no such cell. */
  readonly found: number | null;
};

/** Counts before checksums: they tell more. */
const NUMBERS: readonly { readonly column: string; readonly of: (cell: Cell) => number }[] = [
  { column: 'items', of: ({ items }) => items },
  ...COUNTERS.map(({ column }, at) => ({ column, of: ({ counters }: Cell) => counters[at] ?? 0 })),
  { column: 'members', of: ({ members }) => members },
  { column: 'checksum', of: ({ checksum }) => checksum },
];

/** Names the number by which a stored cell differs from its recount. */
export function wrongNumber({
  stored,
  recounted,
}: NonNullable<ReturnType<typeof firstDifference>>): WrongNumber {
  const cell = stored ?? recounted;
  if (!cell) throw new Error('A difference is between a cell and another, or none.');
  if (!stored || !recounted)
    return { cell, column: 'members', expected: recounted?.members ?? null, found: stored?.members ?? null };
  const number = NUMBERS.find(({ of }) => of(stored) !== of(recounted));
  if (!number) throw new Error('The cells do not differ.');
  return { cell, column: number.column, expected: number.of(recounted), found: number.of(stored) };
}
