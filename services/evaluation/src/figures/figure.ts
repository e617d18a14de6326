import { percent, type Rounding, ratio } from '@duban/kernel';
import type { Label } from '../sheet/words.js';
import { comparableTallies } from './coverage.js';
import { metricOf } from './metrics.js';
import { type Asked, askedKey, type Sums, type Tally } from './tally.js';

/** A number with everything that makes it honest: both counts, the exact value, the shown value, or why there is none. */
export type Figure = {
  /** Null where the viewer is not told: it would say how few people rated. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: string | null;
  readonly display: string | null;
  readonly reason: string | null;
};

export const DEFAULT_ROUNDING: Rounding = { mode: 'HALF_UP', digits: 1 };

/** One number over the localities in view: numerators and denominators are summed, shares never averaged. */
export function figureOf(asked: Asked, tallies: readonly Tally[], rounding: Rounding): Figure {
  const metric = metricOf(asked.name);
  const counted = metric.byClass ? comparableTallies(tallies) : tallies;
  const sums = total(asked, counted);
  if (!sums) return { ...UNTOLD };
  const { numerator, denominator } = sums;
  if (!metric.denominator) {
    return {
      numerator,
      denominator: null,
      value: String(numerator),
      display: String(numerator),
      reason: null,
    };
  }
  return {
    numerator,
    denominator,
    value: ratio(numerator, denominator),
    display: shown(percent(numerator, denominator, rounding)),
    reason: denominator === 0 ? emptyReason(metric.denominator) : null,
  };
}

/** Why a number is not told: whoever knows the others could work out how somebody rated. */
export const FEW_RATINGS: Label = {
  zh: '小数保护:评价件数过少,或会因此推算出他人的评价,不予显示。请按地方、年度、类型查询合计。',
  en: 'Protected: too few ratings, here or in what could be worked out from it. Ask for sums by place, year and kind.',
};

const UNTOLD: Figure = {
  numerator: null,
  denominator: null,
  value: null,
  display: null,
  reason: `${FEW_RATINGS.zh} ${FEW_RATINGS.en}`,
};

/** Whether the viewer is told. */
export const isTold = (figure: Figure): figure is ToldFigure => figure.numerator !== null;
export type ToldFigure = Figure & { readonly numerator: number };

/** Null where a part of it is not told. */
function total(asked: Asked, tallies: readonly Tally[]): Sums | null {
  const key = askedKey(asked);
  return tallies.reduce<Sums | null>(
    (sums, tally) => {
      if (!sums || tally.untold?.has(key)) return null;
      const own = tally.sums.get(key);
      if (!own) throw new Error(`${key} was not counted.`);
      return { numerator: sums.numerator + own.numerator, denominator: sums.denominator + own.denominator };
    },
    { numerator: 0, denominator: 0 },
  );
}

/** A share as it is shown. */
export const shown = (share: string | null): string | null => (share === null ? null : `${share}%`);

export function emptyReason(counted: Label): string {
  const { zh, en } = emptyWords(counted);
  return `${zh} ${en}`;
}

export const emptyWords = ({ zh, en }: Label): Label => ({
  zh: `分母为零:没有符合条件的“${zh}”。`,
  en: `The denominator is empty: none of "${en}".`,
});
