import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { columnName, type FactColumn } from '../facts/fact.js';
import { metricOf } from '../figures/metrics.js';
import { toSql } from '../figures/predicate.js';
import { BASIS, questionOf } from '../figures/tally.js';
import { conditions, sourceOf, WINDOW } from '../figures/tally-statement.js';
import { keySql } from '../rollup/dimension.js';
import { tenantsOf } from '../tree/tree-view.js';
import type { CaseSelection, Counted, SharedKey } from './case-selection.js';
import type { SharedCase } from './shared-case.js';
import type { SharedCaseReads } from './shared-case.store.js';

const SHOWN = [
  'kind',
  'period',
  'year',
  'canonicalCategory',
  'keyTiers',
  'outcomes',
  'submittedOn',
  'acceptedOn',
  'rejectedOn',
  'convertedOn',
  'mergedOn',
  'withdrawnOn',
  'handedOverOn',
  'dueOn',
  'repliedOn',
  'closedOn',
  'solvedOn',
] as const satisfies readonly FactColumn[];

/** Never without a day: nobody sees what has none. */
const EARLIEST: SortKey = {
  name: 'EARLIEST',
  sql: `coalesce(fact.submitted_on, fact.handed_over_on, 'infinity')`,
  type: 'date',
  direction: 'ASC',
};

const COLUMNS = `fact.tenant_id AS tenant, fact.case_id AS "caseId",
  ${SHOWN.map((column) => `fact.${columnName(column)} AS "${column}"`).join(', ')},
  named.name AS place, named.code AS "placeCode", card.case_number AS "caseNumber", title.title,
  ARRAY(SELECT unit.name FROM unnest(card.unit_ids) WITH ORDINALITY AS of (id, ordinal)
    JOIN evaluation.unit_directory unit ON unit.tenant_id = fact.tenant_id AND unit.id = of.id ORDER BY ordinal) AS units`;

const BESIDE = `
  LEFT JOIN evaluation.case_card card ON card.tenant_id = fact.tenant_id AND card.case_id = fact.case_id
  LEFT JOIN evaluation.case_title title ON title.tenant_id = fact.tenant_id AND title.case_id = fact.case_id
  LEFT JOIN evaluation.locality_named named ON named.tenant_id = fact.tenant_id`;

/** The very conditions that figures are counted by, with the rows themselves. */
export const sharedCaseReads = (tx: Transaction): SharedCaseReads => ({
  async page(selection, page, largest) {
    const params: unknown[] = [];
    const facts = selectedFacts(tx, selection, params);
    const keys = keyset(page, {
      sort: EARLIEST,
      id: { sql: 'fact.case_id' },
      nextParam: params.length + 1,
      largest,
    });
    const rows = await tx.query<SharedCase & KeysetRow>(
      `SELECT ${COLUMNS}, ${keys.columns} FROM ${facts} ${BESIDE}
       WHERE ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [...params, ...keys.params],
    );
    return keys.slice(rows);
  },
  async count(selection) {
    const params: unknown[] = [];
    const facts = selectedFacts(tx, selection, params);
    const [row] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${facts}`, params);
    return row?.count ?? 0;
  },
  async ids(selection) {
    const params: unknown[] = [];
    const facts = selectedFacts(tx, selection, params);
    const rows = await tx.query<{ caseId: string }>(`SELECT case_id AS "caseId" FROM ${facts}`, params);
    return new Set(rows.map(({ caseId }) => caseId));
  },
});

function selectedFacts(tx: Transaction, selection: CaseSelection, params: unknown[]): string {
  const { members, population, counted, keys } = selection;
  params.push(tenantsOf(members), population.from, population.to);
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = [
    ...conditions('case_fact', null, population, params),
    ...(counted ? countedBy(counted, selection) : []),
    ...keys.map((key) => sharing(key, bind)),
    ...inMembers(selection, bind),
    ...amongPicked(selection, bind),
    seen(tx, selection, bind),
  ];
  const source = sourceOf({ schema: tx.schema, name: 'case_fact' }, population, params);
  return `(SELECT * FROM ${source} WHERE ${where.join('\n AND ')}) fact`;
}

function countedBy({ asked: { name, axis, round }, side }: Counted, { population }: CaseSelection): string[] {
  const metric = metricOf(name);
  const term = side === 'NUMERATOR' ? metric.numerator : metric.denominator;
  if (!term) throw new Error(`${name} has no denominator.`);
  return [
    toSql(term.where, { ...questionOf(population), axis, round }),
    WINDOW(columnName(BASIS[metric.basis])),
  ];
}

type Bind = (value: unknown) => string;

function sharing(key: SharedKey, bind: Bind): string {
  if ('outcomes' in key) {
    const known = key.outcomes.filter((each) => each !== null);
    return `(outcomes = ANY(${bind(known)}::text[])${key.outcomes.includes(null) ? ' OR outcomes IS NULL' : ''})`;
  }
  const sql = keySql(key.dimension);
  if (key.value !== null && key.several)
    return `${bind(key.value)}::text = ANY(string_to_array(${sql}, '|'))`;
  return `${sql} IS NOT DISTINCT FROM ${bind(key.value)}::text`;
}

/** Of localities that are in view with a part of their items, those of its days. */
function inMembers({ members: { localities, parts } }: CaseSelection, bind: Bind): string[] {
  if (parts.length === 0) return [];
  const tenants = bind(parts.map(({ tenant }) => tenant));
  const from = bind(parts.map((part) => part.from ?? '-infinity'));
  const until = bind(parts.map((part) => part.until));
  return [
    `(tenant_id = ANY(${bind(localities)}::int[]) OR EXISTS (
       SELECT FROM unnest(${tenants}::int[], ${from}::date[], ${until}::date[]) AS part (locality, since, until)
       WHERE part.locality = tenant_id AND submitted_on >= part.since AND submitted_on < part.until))`,
  ];
}

function amongPicked({ picked }: CaseSelection, bind: Bind): string[] {
  if (!picked) return [];
  const owners = bind(picked.cases.map(({ ownerId }) => ownerId));
  const cases = bind(picked.cases.map(({ caseId }) => caseId));
  return [`(tenant_id, case_id) IN (SELECT * FROM unnest(${owners}::int[], ${cases}::uuid[]))`];
}

function seen(tx: Transaction, { sight: { own, below } }: CaseSelection, bind: Bind): string {
  const tenant = bind(tx.tenant);
  const ofOwn = own === null ? 'false' : `${columnName(own)} IS NOT NULL`;
  return `CASE WHEN tenant_id = ${tenant}::int THEN ${ofOwn} ELSE ${columnName(below)} IS NOT NULL END`;
}
