import { createHash } from 'node:crypto';
import type { Transaction } from '@duban/kernel/runtime';
import { AXES } from '../facts/vocabulary.js';
import type { Population } from '../figures/figure-filter.js';
import { type Asked, askedKey, type Tally } from '../figures/tally.js';
import { divided, readTally, type Statement, type TallyRow } from '../figures/tally-statement.js';
import type { FactDimension } from '../rollup/dimension.js';
import { oncePer } from '../tree/once-per.js';
import type { Cube } from './cell.js';
import { type CellQuestion, cellQuestion, type Group, type Source, sourceOf } from './cell-question.js';
import { CLASSIFIED_COLUMN, columnAsked, MEANING, ratedColumn } from './counter.js';
import { SumCopies } from './sum-copies.runtime.js';

const COPIES = new SumCopies();
const CELL = { category: 'category', system: 'system', key: 'key_item' } as const;

/**
 * Numbers out of cells, each group as one tally per class and key. Null where cells cannot tell: for
 * such a question, or while they are not made, or not of these very localities (the tree has just
 * changed). Cells are read of those places alone whose cells have another version than when they were
 * last read for the same question.
 */
export async function tallyCells(
  tx: Transaction,
  groups: readonly Group[],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[],
  copies = COPIES,
): Promise<Tally[] | null> {
  const question = cellQuestion(population, by);
  if (!question) return null;
  const source = sourceOf(groups);
  const versions = await versionsOf(tx, source);
  if (versions.size < new Set(source.own).size + source.all.size) return null;
  const text = JSON.stringify([question, asked.map(askedKey), population.key]);
  // Version and cells belong together only where both are read in one snapshot.
  const kept = tx.mode === 'read' ? copies : null;
  const told = new Map([...versions].map(([place, version]) => [place, kept?.of(place, text, version)]));
  const unread = (place: number): boolean => !told.get(place);
  const statement = cellStatement(source, unread, question, population, asked);
  const rows = statement ? await tx.query<TallyRow>(statement.sql, statement.params) : [];
  const read = Map.groupBy(
    rows.map((row) => readTally(row, asked, by.length)),
    ({ tenant }) => tenant,
  );
  return [...versions].flatMap(([place, version]) => {
    const copy = told.get(place);
    if (copy) return copy;
    const tallies = read.get(place) ?? [];
    kept?.keep(place, text, version, tallies);
    return tallies;
  });
}

/** Which version the cells of each place have; those that are not made, or not of these localities, are left out. */
async function versionsOf(tx: Transaction, { own, all }: Source): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ place: number; version: string }>(
    `SELECT tenant_id AS place, version FROM evaluation.cell_head WHERE tenant_id = ANY($1::int[]) AND meaning = $4
     UNION ALL SELECT tenant_id, version FROM evaluation.cell_view
     JOIN unnest($2::int[], $3::text[]) AS asked (place, localities_hash)
       ON tenant_id = asked.place AND cell_view.localities_hash = asked.localities_hash
     WHERE tenant_id = ANY($2::int[]) AND meaning = $4`,
    [own, [...all.keys()], [...all.values()].map(hashOf), MEANING],
  );
  return new Map(rows.map(({ place, version }) => [place, version]));
}

/** A list of localities in short, as the database writes it with its sums (`view.store.typeorm.ts`). */
const hashOf = (localities: readonly number[]): string =>
  oncePer(localities, 'hash', () =>
    createHash('sha256')
      .update(`{${[...localities].sort((a, b) => a - b).join()}}`)
      .digest('hex'),
  );

/** The sums of some places, those with others below them and those alone; null when it is none of them. */
function cellStatement(
  { own, all }: Source,
  wanted: (place: number) => boolean,
  { cube, columns }: CellQuestion,
  population: Population,
  asked: readonly Asked[],
): Statement | null {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = cellConditions(cube, population, bind).join(' AND ');
  const cellsOf = (part: 'OWN' | 'ALL', localClass: string, places: readonly number[]): string[] => {
    const read = places.filter(wanted);
    if (read.length === 0) return [];
    const those = `part = '${part}' AND tenant_id = ANY(${bind(read)}::int[])`;
    return [`SELECT *, ${localClass} AS class FROM evaluation.cell WHERE ${those} AND ${where}`];
  };
  const parts = [...cellsOf('OWN', 'local_class', own), ...cellsOf('ALL', 'NULL', [...all.keys()])];
  if (parts.length === 0) return null;
  const key = columns.map((column, index) => `${column}::text AS "k${index}"`);
  const sql = `SELECT tenant_id AS "tenant", NULL::uuid AS "unitId", outcomes, class AS "localClass",
      ${[...key, ...numbers(asked)].join(',\n      ')}
    FROM (${parts.join('\n    UNION ALL ')}) cell
    GROUP BY ${['tenant_id', 'outcomes', 'class', ...columns].join(', ')}`;
  return { sql, params };
}

/** Which cells of a cube are of a population. */
export const cellConditions = (
  cube: Cube,
  population: Population,
  bind: (value: unknown) => string,
): string[] => [
  `cube = ${bind(cube)}::text`,
  `effective_from <= ${bind(population.day)}::date`,
  ...divided(population, CELL, bind),
];

const sumOf = (column: string | null, name: string): string =>
  column === null ? `0 AS "${name}"` : `sum(${column})::int AS "${name}"`;

const numbers = (asked: readonly Asked[]): string[] => [
  sumOf('items', 'items'),
  sumOf(CLASSIFIED_COLUMN, 'classified'),
  ...AXES.map((axis) => sumOf(ratedColumn(axis), `rated${axis}`)),
  ...asked.flatMap((each, index) => [
    sumOf(columnAsked(each, 'numerator'), `n${index}`),
    sumOf(columnAsked(each, 'denominator'), `d${index}`),
  ]),
];
