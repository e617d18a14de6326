import type { Rounding } from '@duban/kernel';
import { CANONICAL_OUTCOMES } from '../facts/vocabulary.js';
import { comparableTallies } from '../figures/coverage.js';
import { type Figure, figureOf } from '../figures/figure.js';
import { type Block, blockOf, commonPartition } from '../figures/partition.js';
import type { Asked, Tally } from '../figures/tally.js';
import type { DimensionName } from './dimension.js';
import type { RollupQuestion } from './rollup-question.js';

/** One row of a breakdown: what its items share, and the numbers behind its figures. */
export type RollupRow = {
  /** Distinct within the breakdown. */
  readonly id: string;
  readonly place: number | null;
  /** Items of the place itself, without what lies below it: it stands above the level asked for. */
  readonly ownOnly: boolean;
  readonly keys: Readonly<Partial<Record<DimensionName, string | null>>>;
  /** The part of the outcomes; null without OUTCOME, and for items without a class. */
  readonly outcomes: Block | null;
  readonly tallies: readonly Tally[];
};

/** Where a locality is shown: the place of the row it falls into. */
export type Placing = { readonly place: number; readonly ownOnly: boolean };

/** The numbers of those who stand in one row. */
export type PlacedTallies = { readonly placing: Placing; readonly tallies: readonly Tally[] };

type Part = Omit<RollupRow, 'id' | 'tallies'>;

/**
 * Numbers of localities, split by the dimensions asked for, put together into rows. Every item falls
 * into one row, but for TIER, where an item of two tiers stands in both. Localities whose classes
 * cannot be compared are left out by OUTCOME, as figures leave them out.
 */
export function rollUp(question: RollupQuestion, placed: readonly PlacedTallies[]): RollupRow[] {
  const byOutcome = question.by.includes('OUTCOME');
  const tallies = placed.flatMap((each) => each.tallies);
  const counted = byOutcome ? comparableTallies(tallies) : tallies;
  const comparable = new Set(counted);
  const classes = counted.flatMap(({ outcomes, classified }) =>
    outcomes && classified > 0 ? [outcomes] : [],
  );
  const partition = byOutcome ? commonPartition(classes) : [];
  const rows = new Map<string, { part: Part; tallies: Tally[] }>();
  const put = (part: Part, own: readonly Tally[]): void => {
    const id = idOf(part);
    const row = rows.get(id) ?? { part, tallies: [] };
    row.tallies.push(...own);
    rows.set(id, row);
  };
  // A place without any item is a row as well: it is asked about by being there.
  if (question.place && question.by.length === 1)
    for (const { placing } of placed) put({ ...placing, keys: {}, outcomes: null }, []);
  for (const { placing, tallies: own } of placed)
    for (const tally of own.filter((each) => comparable.has(each)))
      for (const part of partsOf(question, tally, placing, partition)) put(part, [tally]);
  return inOrder([...rows].map(([id, { part, tallies: own }]) => ({ id, ...part, tallies: own })));
}

function partsOf(
  { place, facts }: RollupQuestion,
  { keys, outcomes }: Tally,
  placing: Placing,
  partition: readonly Block[],
): Part[] {
  const block = outcomes ? partition[blockOf(outcomes, partition)] : undefined;
  const choices = facts.map(({ name }, index) => valuesOf(name, keys[index] ?? null));
  return combined(choices).map((chosen) => ({
    place: place ? placing.place : null,
    ownOnly: place !== null && placing.ownOnly,
    keys: Object.fromEntries(facts.map(({ name }, index) => [name, chosen[index] ?? null])),
    outcomes: block ?? null,
  }));
}

/** An item may be in several tiers. */
const valuesOf = (name: DimensionName, key: string | null): readonly (string | null)[] =>
  name === 'TIER' && key !== null ? key.split('|') : [key];

const combined = (choices: readonly (readonly (string | null)[])[]): (string | null)[][] =>
  choices.reduce<(string | null)[][]>(
    (all, values) => all.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );

const idOf = ({ place, ownOnly, keys, outcomes }: Part): string =>
  JSON.stringify([place, ownOnly, keys, outcomes]);

/** By place number, then key by key; what has none comes last. */
const inOrder = (rows: readonly RollupRow[]): RollupRow[] =>
  rows
    .map((row) => ({ row, order: orderOf(row) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);

const orderOf = ({ place, ownOnly, keys, outcomes }: RollupRow): string =>
  [
    String(place ?? 0).padStart(10, '0'),
    ownOnly ? '0' : '1',
    ...Object.values(keys).map((key) => key ?? '\uffff'),
    String(outcomes?.[0] ? CANONICAL_OUTCOMES.indexOf(outcomes[0]) : CANONICAL_OUTCOMES.length),
  ].join(' ');

/** One figure of a row. */
export const figureIn = ({ tallies }: RollupRow, asked: Asked, rounding: Rounding): Figure =>
  figureOf(asked, tallies, rounding);
