import { columnName, FACT_COLUMN_NAMES } from '../facts/fact.js';
import { AXES, type Axis, type Outcomes } from '../facts/vocabulary.js';
import { type FactDimension, keySql } from '../rollup/dimension.js';
import type { Part } from '../tree/tree-view.js';
import type { Population } from './figure-filter.js';
import { classified, type Term } from './metric-terms.js';
import { type Metric, metricOf } from './metrics.js';
import { type Question, toSql } from './predicate.js';
import { type Asked, askedKey, BASIS, CLASS_METRIC, questionOf, RATED, type Tally } from './tally.js';

/** A statement with its parameters. */
export type Statement = { readonly sql: string; readonly params: readonly unknown[] };

type Table = { readonly name: 'case_fact' | 'assignment_fact'; readonly schema: string };

/**
 * The one aggregate of a set of figures: all numbers asked for, of all localities in view, in one pass.
 * `subjects` are localities (case_fact) or units of them (assignment_fact).
 */
export function tallyStatement(
  { name, schema }: Table,
  tenants: readonly number[],
  unitIds: readonly string[] | null,
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[] = [],
): Statement {
  const params: unknown[] = [tenants, population.from, population.to];
  const where = conditions(name, unitIds, population, params);
  const sql = `SELECT ${columnsOf(name, population, asked, by).join(',\n  ')}
FROM ${sourceOf({ name, schema }, population, params)}
WHERE ${where.join('\n  AND ')}
GROUP BY ${['tenant_id', ...(name === 'assignment_fact' ? ['unit_id'] : []), 'outcomes', 'local_class', ...by.map(keySql)].join(', ')}`;
  return { sql, params };
}

/** By which rules the cases of a population got their values, each once for every subject. */
export function rulesStatement(
  table: Table,
  tenants: readonly number[],
  unitIds: readonly string[] | null,
  population: Population,
): Statement {
  const params: unknown[] = [tenants, population.from, population.to];
  const where = conditions(table.name, unitIds, population, params);
  const unit = table.name === 'assignment_fact' ? 'unit_id' : 'NULL::uuid';
  const sql = `SELECT DISTINCT tenant_id AS "tenant", ${unit} AS "unitId", counted_by AS "countedBy"
FROM ${sourceOf(table, population, params)}
WHERE ${[...where, 'handed_over_on IS NOT NULL'].join('\n  AND ')}`;
  return { sql, params };
}

/** The same over cases that were submitted in a locality on the days of a part, each part by itself (`part`, from 1). */
export function partsStatement(
  { schema }: Table,
  parts: readonly Part[],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[],
): Statement {
  const tenants = parts.map(({ tenant }) => tenant);
  const params: unknown[] = [tenants, population.from, population.to];
  const where = conditions('case_fact', null, population, params);
  params.push(
    parts.map(({ from }) => from ?? '-infinity'),
    parts.map(({ until }) => until),
  );
  const days = `$${params.length - 1}::date[], $${params.length}::date[]`;
  const sql = `SELECT part.ordinal AS "part", ${columnsOf('case_fact', population, asked, by).join(',\n  ')}
FROM unnest($1::int[], ${days}) WITH ORDINALITY AS part (locality, since, until, ordinal)
JOIN ${sourceOf({ schema, name: 'case_fact' }, population, params)} ON tenant_id = part.locality AND submitted_on >= part.since AND submitted_on < part.until
WHERE ${where.join('\n  AND ')}
GROUP BY ${['part.ordinal', 'tenant_id', 'outcomes', 'local_class', ...by.map(keySql)].join(', ')}`;
  return { sql, params };
}

function columnsOf(
  name: Table['name'],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[],
): string[] {
  const own = name === 'assignment_fact' ? 'unit_id' : 'NULL::uuid';
  const question = questionOf(population);
  return [
    'tenant_id AS "tenant"',
    `${own} AS "unitId"`,
    'outcomes',
    'local_class AS "localClass"',
    ...by.map((dimension, index) => `${keySql(dimension)} AS "k${index}"`),
    'count(*)::int AS "items"',
    `${termSql(classified, CLASS_METRIC, question, name)} AS "classified"`,
    ...AXES.map((axis) => `${termSql(RATED, CLASS_METRIC, { ...question, axis }, name)} AS "rated${axis}"`),
    ...asked.flatMap(({ name: metricName, axis, round }, index) => {
      const metric = metricOf(metricName);
      const asks = { ...question, axis, round };
      return [
        `${termSql(metric.numerator, metric, asks, name)} AS "n${index}"`,
        `${metric.denominator ? termSql(metric.denominator, metric, asks, name) : '0'} AS "d${index}"`,
      ];
    }),
  ];
}

export const WINDOW = (column: string): string =>
  `($2::date IS NULL AND $3::date IS NULL OR ${column} >= coalesce($2::date, '-infinity') AND ${column} <= coalesce($3::date, 'infinity'))`;

export function termSql(
  { where, sum }: Term,
  metric: Metric,
  question: Question,
  table: Table['name'],
): string {
  const counted = [toSql(where, question), WINDOW(columnName(BASIS[metric.basis]))];
  if (table === 'assignment_fact' && !metric.withCoUnits) counted.push(`role <> 'CO'`);
  const filter = `FILTER (WHERE ${counted.join(' AND ')})`;
  return sum ? `coalesce(sum(${columnName(sum)}) ${filter}, 0)::int` : `(count(*) ${filter})::int`;
}

/** Conditions of a population; parameters 1 to 3 are localities, first and last day. */
export function conditions(
  table: Table['name'],
  unitIds: readonly string[] | null,
  population: Population,
  params: unknown[],
): string[] {
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const { asOf } = population;
  const where = ['tenant_id = ANY($1::int[])', `(${WINDOW('submitted_on')} OR ${WINDOW('handed_over_on')})`];
  if (population.knownAt === null) where.push(...validity(asOf, bind));
  if (table === 'assignment_fact') where.push('latest', `unit_id = ANY(${bind(unitIds ?? [])}::uuid[])`);
  return [...where, ...divided(population, FACT, bind)];
}

const FACT = { category: 'canonical_category', system: 'unit_system', key: 'key_tiers IS NOT NULL' } as const;

/** What of a population its items are divided by, in facts or in cells, which call some of it otherwise. */
export function divided(
  { year, years, kind, period, system, category, keyOnly }: Population,
  names: { readonly category: string; readonly system: string; readonly key: string },
  bind: (value: unknown) => string,
): string[] {
  const where: string[] = [];
  if (year !== null) where.push(`year = ${bind(year)}::int`);
  if (years !== null) where.push(`year = ANY(${bind(years)}::int[])`);
  if (kind !== null) where.push(`kind = ${bind(kind)}::text`);
  if (period !== null) where.push(`period = ${bind(period)}::text`);
  if (category !== null) where.push(`${names.category} = ${bind(category)}::text`);
  if (system !== null) where.push(`${names.system} = ${bind(system)}::text`);
  if (keyOnly) where.push(names.key);
  return where;
}

const validity = (asOf: string | null, bind: (value: unknown) => string): string[] => {
  if (asOf === null) return [`valid_to = 'infinity'`];
  const instant = `${bind(asOf)}::timestamptz`;
  return [`valid_from <= ${instant}`, `valid_to > ${instant}`];
};

/** Columns beside the facts, the first of them telling versions of one thing from another's. */
const IDENTITY = {
  case_fact: { key: ['tenant_id', 'case_id'], more: [] },
  // A unit is asked about by its own cases alone: the condition on it reaches below, for it stands in the key.
  assignment_fact: {
    key: ['tenant_id', 'unit_id', 'case_id', 'assignment_id'],
    more: ['role', 'latest'],
  },
} as const;

/** The table of facts; or, as known at an instant, the last version of each case, or part, that was known then and had begun. */
export function sourceOf({ name, schema }: Table, { asOf, knownAt }: Population, params: unknown[]): string {
  if (knownAt === null) return `${schema}.${name}`;
  const { key, more } = IDENTITY[name];
  const known = `$${params.push(knownAt)}::timestamptz`;
  const began = `$${params.push(asOf ?? knownAt)}::timestamptz`;
  const columns = [...key, ...more, 'valid_from', ...FACT_COLUMN_NAMES.map(columnName)].join(', ');
  const from = (table: string, more: string): string =>
    `SELECT ${columns} FROM ${schema}.${table}
     WHERE tenant_id = ANY($1::int[]) AND valid_from <= ${began} AND known_from <= ${known}${more}`;
  return `(SELECT DISTINCT ON (${key.join(', ')}) * FROM (
    ${from(name, '')} UNION ALL ${from(`${name}_superseded`, ` AND known_to > ${known}`)}) version
    ORDER BY ${key.join(', ')}, valid_from DESC) known_fact`;
}

/** A row as the statement gives it. */
export type TallyRow = Readonly<Record<string, unknown>>;

export const readTally = (row: TallyRow, asked: readonly Asked[], dimensions = 0): Tally => ({
  tenant: Number(row.tenant),
  unitId: row.unitId as string | null,
  outcomes: row.outcomes as Outcomes | null,
  localClass: row.localClass as string | null,
  keys: Array.from({ length: dimensions }, (_, index) => row[`k${index}`] as string | null),
  items: Number(row.items),
  classified: Number(row.classified),
  ratedOn: Object.fromEntries(AXES.map((axis) => [axis, Number(row[`rated${axis}`])])) as Record<
    Axis,
    number
  >,
  sums: new Map(
    asked.map((each, index) => [
      askedKey(each),
      { numerator: Number(row[`n${index}`]), denominator: Number(row[`d${index}`]) },
    ]),
  ),
});
