import type { Population } from '../figures/figure-filter.js';
import { type MetricName, metricOf } from '../figures/metrics.js';
import { type Asked, askedKey, type Tally } from '../figures/tally.js';
import type { FactDimension } from '../rollup/dimension.js';
import { type Blocks, isFree, isTold } from './blocks.js';

/** Ratings of one year and kind, in blocks. Both as texts, as dimensions have them. */
export type LeafBlocks = {
  readonly year: string | null;
  readonly kind: string | null;
  readonly blocks: Blocks;
};

/** What protects the ratings of one axis against one viewer. */
export type Protection = {
  /** Localities below the viewer that ask for protection. */
  readonly asking: ReadonlySet<number>;
  /** Of these, those that are below it no more: their ratings stand in no block. */
  readonly gone: ReadonlySet<number>;
  readonly leaves: readonly LeafBlocks[];
};

/** Localities whose numbers stand in one row, whole or in parts. */
export type Veiled = { readonly localities: readonly number[]; readonly parted: readonly number[] };

/** How a question divides and narrows ratings. */
export type Sighted = {
  /** Where year and kind stand among the keys; null: not divided by them. */
  readonly yearAt: number | null;
  readonly kindAt: number | null;
  /** It goes by years, kinds and places alone: whole leaves. */
  readonly whole: boolean;
};

/** The metrics that tell how people rated. Who has rated at all is told to everybody. */
export const tellsRatings = (name: MetricName): boolean => metricOf(name).tells !== undefined;

/** Whole leaves are asked about: not a part of the days, of the kinds of items, or of an earlier state. */
export function sightOf(population: Population, by: readonly FactDimension[], byOutcome: boolean): Sighted {
  const at = (column: FactDimension['column']): number | null => {
    const found = by.findIndex((each) => each.column === column && !each.month && !each.since);
    return found === -1 ? null : found;
  };
  const [yearAt, kindAt] = [at('year'), at('kind')];
  const known = [yearAt, kindAt].filter((each) => each !== null).length;
  const { year: _year, years: _years, kind: _kind, subtree: _subtree, tree: _tree, ...others } = population;
  const { day: _day, key: _key, ...narrowing } = others;
  const narrowed = Object.values(narrowing).some((each) => each !== null && each !== false);
  return { yearAt, kindAt, whole: !narrowed && !byOutcome && known === by.length };
}

/** Takes away of a row's numbers what the viewer is not told. */
export function veiled(
  tallies: readonly Tally[],
  asked: readonly Asked[],
  row: Veiled,
  sight: Sighted,
  protectionOn: (axis: Asked['axis']) => Protection,
): readonly Tally[] {
  const ratings = asked.filter(({ name }) => tellsRatings(name));
  if (ratings.length === 0) return tallies;
  return tallies.map((tally) => {
    const hidden = ratings.filter((each) => isHidden(each, tally, row, sight, protectionOn(each.axis)));
    if (hidden.length === 0) return tally;
    const keys = new Set(hidden.map(askedKey));
    return { ...tally, sums: new Map([...tally.sums].filter(([key]) => !keys.has(key))), untold: keys };
  });
}

/** Whether one number of a row is more, or less, than a sum of whole blocks. */
function isHidden(
  { name, round }: Asked,
  { keys }: Pick<Tally, 'keys'>,
  { localities, parted }: Veiled,
  { yearAt, kindAt, whole }: Sighted,
  protection: Protection,
): boolean {
  const guarded = guardedBy(protection);
  if (parted.some((tenant) => guarded.has(tenant))) return true;
  const exact = whole && metricOf(name).tells === 'OF_RATED' && round === 'FINAL';
  if (!exact) return localities.some((tenant) => guarded.has(tenant));
  if (localities.some((tenant) => protection.gone.has(tenant))) return true;
  const inRow = new Set(localities);
  return protection.leaves
    .filter(({ year }) => yearAt === null || keys[yearAt] === year)
    .filter(({ kind }) => kindAt === null || keys[kindAt] === kind)
    .some(({ blocks }) => !isTold(blocks, inRow));
}

const known = new WeakMap<Protection, ReadonlySet<number>>();

/** Who asks for protection, and whose ratings cover theirs. */
export function guardedBy(protection: Protection): ReadonlySet<number> {
  const before = known.get(protection);
  if (before) return before;
  const covering = protection.leaves.flatMap(({ blocks: { told, untold } }) =>
    [...told.filter((block) => !isFree(block)), ...untold].flatMap(({ members }) => members),
  );
  const guarded = new Set([...protection.asking, ...covering]);
  known.set(protection, guarded);
  return guarded;
}
