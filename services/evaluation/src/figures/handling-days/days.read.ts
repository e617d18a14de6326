import type { Transaction } from '@duban/kernel/runtime';
import type { PartedGroup } from '../../cells/add-up.js';
import { type FactDimension, keySql } from '../../rollup/dimension.js';
import type { Population } from '../figure-filter.js';
import { classified } from '../metric-terms.js';
import { metricOf } from '../metrics.js';
import { askedKey, CLASS_METRIC, questionOf, type Tally } from '../tally.js';
import { conditions, type Statement, sourceOf, termSql } from '../tally-statement.js';
import { HANDLING_DAYS, REPLIED } from './day-counts.js';

/** What days are counted of. */
export type DaysAsked = {
  readonly groups: readonly PartedGroup[];
  readonly population: Population;
  readonly by: readonly FactDimension[];
  /** Classes are told apart, locality by locality: whether they can be compared is judged by whoever asks. */
  readonly byClass: boolean;
};

type Row = Readonly<Record<string, unknown>>;
const CASES = 'case_fact';

/**
 * How many items of each group took how many days, one statement over the facts, added up by the database:
 * what comes back grows with the days and not with the localities. Days are the last of the keys.
 */
export async function tallyDays(tx: Transaction, asked: DaysAsked): Promise<(readonly Tally[])[]> {
  const { sql, params } = daysStatement(tx.schema, asked);
  const byGroup = Map.groupBy(await tx.query<Row>(sql, params), (row) => Number(row.at));
  const keys = [...asked.by, HANDLING_DAYS];
  return asked.groups.map((group, at) =>
    (byGroup.get(at) ?? []).map((row) => ({
      tenant: Number(row.tenant ?? group.of),
      unitId: null,
      outcomes: (row.outcomes ?? null) as Tally['outcomes'],
      localClass: (row.localClass ?? null) as string | null,
      keys: keys.map((_key, index) => row[`k${index}`] as string | null),
      items: Number(row.items),
      classified: Number(row.classified),
      ratedOn: { ATTITUDE: 0, RESULT: 0, OVERALL: 0 },
      sums: new Map([[askedKey(REPLIED), { numerator: Number(row.replied), denominator: 0 }]]),
    })),
  );
}

function daysStatement(schema: string, { groups, population, by, byClass }: DaysAsked): Statement {
  const members = membersOf(groups);
  const params: unknown[] = [members.map(({ tenant }) => tenant), population.from, population.to];
  const where = conditions(CASES, null, population, params);
  params.push(
    members.map(({ at }) => at),
    members.map(({ from }) => from ?? '-infinity'),
    members.map(({ until }) => until),
  );
  const spans = [2, 1, 0].map((before) => `$${params.length - before}`);
  const keys = [...by, HANDLING_DAYS].map(keySql);
  const metric = metricOf(REPLIED.name);
  const question = questionOf(population);
  const replied = termSql(metric.numerator, metric, question, CASES);
  const classes = byClass ? ['tenant_id AS "tenant"', 'outcomes', 'local_class AS "localClass"'] : [];
  const columns = [
    ...['member.at', ...classes, ...keys.map((key, index) => `${key} AS "k${index}"`)],
    ...['count(*)::int AS "items"', `${replied} AS "replied"`],
    `${byClass ? termSql(classified, CLASS_METRIC, question, CASES) : '0'} AS "classified"`,
  ];
  const sql = `SELECT ${columns.join(',\n  ')}
FROM unnest($1::int[], ${spans[0]}::int[], ${spans[1]}::date[], ${spans[2]}::date[]) AS member (locality, at, since, until)
JOIN ${sourceOf({ schema, name: CASES }, population, params)} ON tenant_id = member.locality
  AND (member.since = '-infinity' AND member.until = 'infinity' OR submitted_on >= member.since AND submitted_on < member.until)
WHERE ${where.join('\n  AND ')}
GROUP BY ${['member.at', ...(byClass ? ['tenant_id', 'outcomes', 'local_class'] : []), ...keys].join(', ')}`;
  // Without classes, items that are not replied to say nothing.
  return { sql: byClass ? sql : `${sql} HAVING ${replied} > 0`, params };
}

/** Whole localities and parts of others, each in its group. */
const membersOf = (groups: readonly PartedGroup[]) =>
  groups.flatMap(({ localities, parts = [] }, at) => [
    ...localities.map((tenant) => ({ at, tenant, from: null, until: 'infinity' })),
    ...parts.map((part) => ({ at, ...part })),
  ]);
