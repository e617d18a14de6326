import { addDays, type CalendarDate } from '@duban/kernel';
import type { Facts } from '../facts/fact.js';
import { FOREVER, type Version } from '../facts/fact-versions.js';
import type { Changes } from '../facts/version-changes.js';
import { addChecksum, hashOf } from './checksum.js';
import { countersOn, DUE_COLUMNS } from './counter.js';

/** How finely cells are divided: by everything figures filter by, and once more by category. */
export const CUBES = ['PLAIN', 'CATEGORY'] as const;
export type Cube = (typeof CUBES)[number];

/** What the items of a cell share. */
export type CellKey = {
  readonly cube: Cube;
  /** The day from which it counts: what depends on the day is a cell of its own, from that day on. */
  readonly effectiveFrom: CalendarDate;
  readonly year: number | null;
  readonly kind: string | null;
  readonly period: string | null;
  readonly system: string | null;
  /** Whether designated key. */
  readonly keyItem: boolean;
  readonly outcomes: string | null;
  readonly localClass: string | null;
  /** Null in the plain cube. */
  readonly category: string | null;
};

/** Numbers of the items that share a key; differences have signs. */
export type Cell = CellKey & {
  /** The key in one text, in the order of names: what tells cells of a locality apart. */
  readonly key: string;
  /** Items that add something to this cell. */
  readonly members: number;
  /** Order-independent checksum of the members and of what they add. */
  readonly checksum: number;
  /** Items that exist; none in a cell that only says what changes on a day. */
  readonly items: number;
  readonly counters: readonly number[];
};

/** Before everything: what does not depend on the day counts from here on. */
export const ALWAYS: CalendarDate = '0001-01-01';
const LAST_DAY: CalendarDate = '9999-12-31';

/** What one item adds to the cells of its locality. */
export function cellsOfItem(caseId: string, facts: Facts): Cell[] {
  const base = countersOn(facts, ALWAYS);
  const parts = [{ effectiveFrom: ALWAYS, items: 1, counters: base }];
  let known = base;
  for (const effectiveFrom of turningDays(facts)) {
    const next = countersOn(facts, effectiveFrom);
    const before = known;
    const counters = next.map((number, index) => number - (before[index] ?? 0));
    if (counters.some((number) => number !== 0)) parts.push({ effectiveFrom, items: 0, counters });
    known = next;
  }
  return CUBES.flatMap((cube) =>
    parts.map(({ effectiveFrom, items, counters }) => {
      const keyed = keyOf(cube, effectiveFrom, facts);
      const checksum = hashOf(`${caseId} ${keyed.key} ${items} ${counters.join()}`);
      return { ...keyed, members: 1, checksum, items, counters };
    }),
  );
}

/** Days from which a figure counts the item differently: each the day after a due date. */
function turningDays(facts: Facts): CalendarDate[] {
  const due = DUE_COLUMNS.flatMap((column) => facts[column] ?? []).filter(
    (day): day is CalendarDate => typeof day === 'string' && day < LAST_DAY,
  );
  return [...new Set(due)].sort().map((day) => addDays(day, 1));
}

function keyOf(cube: Cube, effectiveFrom: CalendarDate, facts: Facts): CellKey & { readonly key: string } {
  const { year, kind, period, unitSystem: system, keyTiers, outcomes, localClass, canonicalCategory } = facts;
  const keyItem = keyTiers !== null;
  const category = cube === 'CATEGORY' ? canonicalCategory : null;
  const named = { cube, effectiveFrom, year, kind, period, system, keyItem, outcomes, localClass, category };
  return { ...named, key: JSON.stringify(Object.values(named)) };
}

/** Cells of the same key become one; those that come to nothing are left out. In the order of their keys. */
export function summed(parts: Iterable<{ readonly cell: Cell; readonly sign: 1 | -1 }>): Cell[] {
  const sums = new Map<
    string,
    { cell: Cell; members: number; checksum: number; items: number; counters: number[] }
  >();
  for (const { cell, sign } of parts) {
    const sum = sums.get(cell.key) ?? startOf(cell);
    sums.set(cell.key, sum);
    sum.members += sign * cell.members;
    sum.items += sign * cell.items;
    sum.checksum = addChecksum(sum.checksum, cell.checksum, sign);
    cell.counters.forEach((number, index) => {
      sum.counters[index] = (sum.counters[index] ?? 0) + sign * number;
    });
  }
  return [...sums.values()]
    .filter(
      ({ members, checksum, items, counters }) => members || checksum || items || counters.some(Boolean),
    )
    .map(({ cell, ...sum }) => ({ ...cell, ...sum }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

const startOf = (cell: Cell) => ({
  cell,
  members: 0,
  checksum: 0,
  items: 0,
  counters: cell.counters.map(() => 0),
});

type Item = Version & { readonly caseId: string };

/** The cells of some items as they stand now. */
export const cellsOf = (items: Iterable<Pick<Item, 'caseId' | 'facts'>>): Cell[] => summed(signed(items, 1));

/** What a change of facts changes in the cells: minus what no longer holds, plus what holds now. */
export const cellChanges = ({ removed, written }: Changes<Item>): Cell[] =>
  summed([...signed(removed.filter(isCurrent), -1), ...signed(written.filter(isCurrent), 1)]);

const isCurrent = ({ validTo }: Version): boolean => validTo === FOREVER;

function* signed(items: Iterable<Pick<Item, 'caseId' | 'facts'>>, sign: 1 | -1) {
  for (const { caseId, facts } of items) for (const cell of cellsOfItem(caseId, facts)) yield { cell, sign };
}

/** The first cell, in the order of keys, that two sets of cells do not agree about; null when they are the same. */
export function firstDifference(
  stored: readonly Cell[],
  recounted: readonly Cell[],
): { readonly key: string; readonly stored: Cell | null; readonly recounted: Cell | null } | null {
  const known = new Map(stored.map((cell) => [cell.key, cell]));
  const right = new Map(recounted.map((cell) => [cell.key, cell]));
  const keys = [...new Set([...known.keys(), ...right.keys()])].sort();
  const wrong = keys.find((key) => !sameCell(known.get(key), right.get(key)));
  if (wrong === undefined) return null;
  return { key: wrong, stored: known.get(wrong) ?? null, recounted: right.get(wrong) ?? null };
}

/** Whether there are two cells and they say the same. */
export const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.members === b.members &&
  a.checksum === b.checksum &&
  a.items === b.items &&
  a.counters.every((number, index) => number === b.counters[index]);
