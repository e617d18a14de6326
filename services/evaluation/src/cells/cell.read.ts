import type { Transaction } from '@duban/kernel/runtime';
import { AXES } from '../facts/vocabulary.js';
import type { Population } from '../figures/figure-filter.js';
import { type Asked, type Tally } from '../figures/tally.js';
import { readTally, type Statement, type TallyRow } from '../figures/tally-statement.js';
import type { FactDimension } from '../rollup/dimension.js';
import { type CellQuestion, cellQuestion, type Group, type Source, sourceOf } from './cell-question.js';
import { CLASSIFIED_COLUMN, columnAsked, MEANING, ratedColumn } from './counter.js';

/**
 * Numbers out of cells, each group as one tally per class and key. Null where cells cannot tell: for
 * such a question, or while they are not made, or not of these very localities (the tree has just changed).
 */
export async function tallyCells(
  tx: Transaction,
  groups: readonly Group[],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[],
): Promise<Tally[] | null> {
  const question = cellQuestion(population, by);
  if (!question) return null;
  const { sql, params } = cellStatement(sourceOf(groups), question, population, asked);
  const rows = await tx.query<TallyRow & { readonly made: boolean }>(sql, params);
  if (!rows[0]?.made) return null;
  return rows.filter(({ tenant }) => tenant !== null).map((row) => readTally(row, asked, by.length));
}

/** One statement: whether the cells are made, of these very localities, and if so what they say. */
function cellStatement(
  { own, all }: Source,
  { cube, columns }: CellQuestion,
  population: Population,
  asked: readonly Asked[],
): Statement {
  const params: unknown[] = [MEANING];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const made: string[] = [];
  const parts: string[] = [];
  if (own.length > 0) {
    const tenants = `${bind(own)}::int[]`;
    made.push(
      `(SELECT count(*) FROM evaluation.cell_head WHERE tenant_id = ANY(${tenants}) AND meaning = $1) = ${bind(new Set(own).size)}::int`,
    );
    parts.push(
      `SELECT *, local_class AS class FROM evaluation.cell WHERE part = 'OWN' AND tenant_id = ANY(${tenants})`,
    );
  }
  if (all.size > 0) {
    const [tenants, localities] = [`${bind([...all.keys()])}::int[]`, `${bind([...all.values()])}::text[]`];
    made.push(
      `(SELECT count(*) FROM evaluation.cell_view JOIN unnest(${tenants}, ${localities}) AS asked (tenant, text)
        ON tenant_id = asked.tenant AND localities::text = asked.text WHERE tenant_id = ANY(${tenants}) AND meaning = $1) = ${bind(all.size)}::int`,
    );
    parts.push(
      `SELECT *, NULL AS class FROM evaluation.cell WHERE part = 'ALL' AND tenant_id = ANY(${tenants})`,
    );
  }
  if (parts.length === 0)
    return { sql: 'SELECT true AS made, NULL AS tenant WHERE $1::text IS NOT NULL', params };
  const where = [`cube = ${bind(cube)}::text`, ...conditions(population, bind)].join(' AND ');
  const key = columns.map((column, index) => `${column}::text AS "k${index}"`);
  const sql = `WITH made AS MATERIALIZED (SELECT ${made.join(' AND ')} AS made)
    SELECT made.made, counted.* FROM made LEFT JOIN (
      SELECT tenant_id AS "tenant", NULL::uuid AS "unitId", outcomes, class AS "localClass",
        ${[...key, ...numbers(asked)].join(',\n        ')}
      FROM (${parts.map((part) => `${part} AND ${where}`).join('\n        UNION ALL ')}) cell
      GROUP BY tenant_id, outcomes, class${columns.map((column) => `, ${column}`).join('')}) counted ON made.made`;
  return { sql, params };
}

/** What of a population cells are divided by. */
function conditions(population: Population, bind: (value: unknown) => string): string[] {
  const { year, years, kind, period, system, category, keyOnly, day } = population;
  const where = [`effective_from <= ${bind(day)}::date`];
  if (year !== null) where.push(`year = ${bind(year)}::int`);
  if (years !== null) where.push(`year = ANY(${bind(years)}::int[])`);
  if (kind !== null) where.push(`kind = ${bind(kind)}::text`);
  if (period !== null) where.push(`period = ${bind(period)}::text`);
  if (system !== null) where.push(`system = ${bind(system)}::text`);
  if (category !== null) where.push(`category = ${bind(category)}::text`);
  if (keyOnly) where.push('key_item');
  return where;
}

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
