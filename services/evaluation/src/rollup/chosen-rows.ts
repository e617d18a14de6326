import type { Rounding } from '@duban/kernel';
import { type Figure, isTold, type ToldFigure } from '../figures/figure.js';
import type { MetricName } from '../figures/metrics.js';
import type { Asked } from '../figures/tally.js';
import { figureIn, type RollupRow } from './rollup.js';

/** Which rows are wanted: the metric's value, or the counts behind it, within bounds. */
export type Having = {
  readonly metric: MetricName;
  /** Bounds of the value: a share from 0 to 1, or a plain number. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** At least so many items behind it: a share of one or two says little. */
  readonly itemsAtLeast: number | null;
};

export type RowOrder = { readonly metric: MetricName; readonly direction: 'ASC' | 'DESC' };

/** A row with the figures asked for, in that order. */
export type ShownRow = { readonly row: RollupRow; readonly figures: readonly Figure[] };

/** The rows that are wanted, in the order that is; rows without a value come last either way. */
export function chosenRows(
  rows: readonly RollupRow[],
  asked: readonly Asked[],
  rounding: Rounding,
  having: readonly Having[],
  order: RowOrder | null,
): ShownRow[] {
  const shown = rows.map((row) => ({ row, figures: asked.map((each) => figureIn(row, each, rounding)) }));
  const of = ({ figures }: ShownRow, metric: MetricName): Figure | undefined =>
    figures[asked.findIndex(({ name }) => name === metric)];
  const wanted = shown.filter((row) => having.every((each) => fits(of(row, each.metric), each)));
  if (!order) return wanted;
  return wanted.sort((a, b) => compared(of(a, order.metric), of(b, order.metric), order.direction));
}

function fits(figure: Figure | undefined, { atLeast, atMost, itemsAtLeast }: Having): boolean {
  if (!figure || !isTold(figure)) return false;
  const { numerator, denominator } = figure;
  if (itemsAtLeast !== null && (denominator ?? numerator) < itemsAtLeast) return false;
  if (atLeast === null && atMost === null) return true;
  const value = shareOf(figure);
  return value !== null && value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}

const shareOf = ({ numerator, denominator }: ToldFigure): number | null =>
  denominator === null ? numerator : denominator === 0 ? null : numerator / denominator;

const withShare = (figure: Figure | undefined): ToldFigure | null =>
  figure && isTold(figure) && shareOf(figure) !== null ? figure : null;

/** Shares are compared by cross-multiplying whole numbers: two that are equal are equal. */
function compared(a: Figure | undefined, b: Figure | undefined, direction: 'ASC' | 'DESC'): number {
  const [known, other] = [withShare(a), withShare(b)];
  if (!known || !other) return known ? -1 : other ? 1 : 0;
  const difference = known.numerator * (other.denominator ?? 1) - other.numerator * (known.denominator ?? 1);
  return direction === 'ASC' ? difference : -difference;
}
