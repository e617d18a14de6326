import type { NewEvent } from '@duban/kernel';
import { metricOf } from '../figures/metrics.js';
import { type ConfirmedNumber, changedSince, type FigureYear, type ToldNumber } from './confirmation.js';

/** A number as it was confirmed, and as it is now, with its name. */
export type DifferingNumber = ToldNumber & {
  readonly label: { readonly zh: string; readonly en: string };
  readonly numeratorNow: number;
  readonly denominatorNow: number | null;
};

/** What others hear: once when figures begin to differ, again when other ones do, and once when all agree again. */
export type WatchEvent =
  | NewEvent<'figures.differed', FigureYear & { readonly numbers: readonly DifferingNumber[] }>
  | NewEvent<'figures.agreed', FigureYear>;

/** What was confirmed of a year, and which metrics others were told of. */
export type WatchedYear = FigureYear & {
  readonly numbers: readonly ConfirmedNumber[];
  readonly told: readonly string[];
};

/** How a confirmed year stands to what is counted now; null: as everybody knows already. */
export function compareFigures(
  { year, kind, numbers, told }: WatchedYear,
  now: readonly ConfirmedNumber[],
): WatchEvent | null {
  const differing = changedSince(numbers, now).map(
    ({ before, now: { numerator, denominator } }): DifferingNumber => ({
      ...before,
      label: { zh: metricOf(before.metric).zh, en: metricOf(before.metric).en },
      numeratorNow: numerator,
      denominatorNow: denominator,
    }),
  );
  if (metricsOf(differing).join() === [...told].sort().join()) return null;
  return differing.length === 0
    ? { type: 'figures.agreed', payload: { year, kind } }
    : { type: 'figures.differed', payload: { year, kind, numbers: differing } };
}

export const metricsOf = (numbers: readonly Pick<ConfirmedNumber, 'metric'>[]): readonly string[] =>
  numbers.map(({ metric }) => metric).sort();
