import type { FactDimension } from '../../rollup/dimension.js';
import { emptyReason } from '../figure.js';
import { type Asked, askedKey, type Tally } from '../tally.js';

/** From the handover to the last reply that it asked for, in days: the same day is 0. */
export const HANDLING_DAYS: FactDimension = { column: 'repliedOn', since: 'handedOverOn' };
/** Whose days are counted: the items that the reply rate counts as replied to. */
export const REPLIED: Asked = { name: 'REPLY_RATE', axis: 'RESULT', round: 'FINAL' };

/** How many items took how many days. Two of them add up number by number: nothing is lost, whoever adds. */
export type DayCounts = ReadonlyMap<number, number>;

/** Numbers that were divided by days, the last of their keys, as days with their items. */
export function dayCounts(tallies: readonly Tally[]): DayCounts {
  const counts = new Map<number, number>();
  for (const { keys, sums } of tallies) {
    const items = sums.get(askedKey(REPLIED))?.numerator ?? 0;
    const days = keys.at(-1) ?? null;
    if (days !== null && items > 0) counts.set(Number(days), (counts.get(Number(days)) ?? 0) + items);
  }
  return counts;
}

export type DaysSummary = {
  readonly items: number | null;
  readonly median: string | null;
  /** The least number of days within which so many per cent of the items were done. */
  readonly within: number | null;
  readonly mean: string | null;
  readonly least: number | null;
  readonly most: number | null;
  /** Why there is nothing to say; null when there is. */
  readonly reason: string | null;
};

const NOTHING = { median: null, within: null, mean: null, least: null, most: null };
const NO_ITEMS = emptyReason({ zh: '已答复的件', en: 'items replied to' });

/** Nobody in view shares any figure: not even how many items there are. */
export const untoldDays = (reason: string): DaysSummary => ({ ...NOTHING, items: null, reason });

/** Exact: of an even number of items the median lies between the two in the middle. */
export function summaryOf(counts: DayCounts, percentile: number): DaysSummary {
  const ordered = [...counts].sort(([a], [b]) => a - b);
  const items = ordered.reduce((sum, [, count]) => sum + count, 0);
  if (items === 0) return { ...NOTHING, items, reason: NO_ITEMS };
  const at = (rank: number): number => {
    let passed = 0;
    for (const [days, count] of ordered) {
      passed += count;
      if (passed >= rank) return days;
    }
    throw new Error(`there is no item ${rank} of ${items}`);
  };
  const total = ordered.reduce((sum, [days, count]) => sum + days * count, 0);
  return {
    items,
    median: String((at(Math.ceil(items / 2)) + at(Math.floor(items / 2) + 1)) / 2),
    within: at(Math.max(1, Math.ceil((items * percentile) / 100))),
    mean: (Math.round((total / items) * 10) / 10).toFixed(1),
    least: ordered[0]?.[0] ?? null,
    most: ordered.at(-1)?.[0] ?? null,
    reason: null,
  };
}
