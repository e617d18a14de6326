import { percent, type Rounding, ratio } from '@duban/kernel';
import type { Label } from '../sheet/words.js';
import { FEW_RATINGS, type Figure, isTold, shown, type ToldFigure } from './figure.js';

/** How a figure moved. Per cent of what it was, and percentage points of a share, are different things. */
export type YearOnYear = {
  readonly current: Figure;
  /** Null where there is nothing to compare with; `reason` says why. */
  readonly previous: Figure | null;
  /** By how many more or fewer were counted; null for a share. */
  readonly difference: number | null;
  /** The exact change: of a number over what it was, of a share in points over a hundred. */
  readonly value: string | null;
  /** As shown: `-5.8%` of a number, `2.1` percentage points of a share. */
  readonly display: string | null;
  readonly unit: 'PERCENT' | 'PERCENTAGE_POINTS';
  readonly reason: Label | null;
};

/** Why there is no change to speak of. */
export const NO_CHANGE = {
  NO_YEAR: {
    zh: '统计口径没有写明是哪一年度,没有上年可比。',
    en: 'The filter does not name one year or a day: there is no year before it.',
  },
  NO_DATA: { zh: '上年没有数据,不作比较。', en: 'There is no data of the year before: nothing is compared.' },
  FROM_ZERO: { zh: '上年为零,不计增减幅度。', en: 'The year before was zero: no rate of change is given.' },
  NO_SHARE: {
    zh: '本年或上年分母为零,不作比较。',
    en: 'A denominator is empty, this year or the year before: nothing is compared.',
  },
} as const satisfies Record<string, Label>;
export type NoChange = keyof typeof NO_CHANGE;

/** A figure beside the year before; `previous` is null, with the reason, where nothing is known of it. */
export function yearOnYear(
  current: Figure,
  previous: Figure | Extract<NoChange, 'NO_YEAR' | 'NO_DATA'>,
  rounding: Rounding,
): YearOnYear {
  const unit = current.denominator === null ? 'PERCENT' : 'PERCENTAGE_POINTS';
  const nothing = { difference: null, value: null, display: null, unit } as const;
  if (typeof previous === 'string')
    return { current, previous: null, ...nothing, reason: NO_CHANGE[previous] };
  if (!isTold(current) || !isTold(previous))
    return { current, previous, ...nothing, unit: 'PERCENTAGE_POINTS', reason: FEW_RATINGS };
  const moved = unit === 'PERCENT' ? numberMoved(current, previous) : shareMoved(current, previous);
  const { difference, over, reason } = moved;
  const [top, bottom] = over ?? [0, 0];
  const shownAs = percent(top, bottom, rounding);
  const display = unit === 'PERCENT' ? shown(shownAs) : shownAs;
  return { current, previous, unit, difference, value: ratio(top, bottom), display, reason };
}

type Moved = {
  readonly difference: number | null;
  /** The exact change as a fraction. */
  readonly over: readonly [top: number, bottom: number] | null;
  readonly reason: Label | null;
};

function numberMoved({ numerator: now }: ToldFigure, { numerator: then }: ToldFigure): Moved {
  const difference = now - then;
  return then === 0
    ? { difference, over: null, reason: NO_CHANGE.FROM_ZERO }
    : { difference, over: [difference, then], reason: null };
}

/** Of the exact shares: the difference of two rounded ones may be off by one in the last place. */
function shareMoved(now: ToldFigure, then: ToldFigure): Moved {
  const [below, belowThen] = [now.denominator ?? 0, then.denominator ?? 0];
  if (below === 0 || belowThen === 0) return { difference: null, over: null, reason: NO_CHANGE.NO_SHARE };
  return {
    difference: null,
    over: [now.numerator * belowThen - then.numerator * below, below * belowThen],
    reason: null,
  };
}
