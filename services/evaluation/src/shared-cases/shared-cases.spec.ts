import { encodeLocalityId } from '@duban/kernel';
import type { Purpose } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { METRIC_NAMES, type MetricName, metricOf } from '../figures/metrics.js';
import { somebodyIn } from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { ofLocality, ScoringService } from '../testing/scoring-service.js';
import type { SyntheticCase } from '../testing/synthetic-case.js';
import { isTitleOpen } from './case-card.js';

/** A province with two cities and their counties; another province. */
const ABOVE: Readonly<Record<number, readonly number[]>> = {
  1: [],
  4: [1],
  41: [4, 1],
  42: [4, 1],
  411: [41, 4, 1],
  412: [41, 4, 1],
  421: [42, 4, 1],
  5: [1],
  51: [5, 1],
};
const LEVELS: Readonly<Record<number, string>> = {
  1: 'NATION',
  4: 'PROVINCE',
  5: 'PROVINCE',
  41: 'CITY',
  42: 'CITY',
};
const EVERYBODY = Object.keys(ABOVE).map(Number);
const SHARES = { 411: 'METADATA', 412: 'FULL', 42: 'METADATA', 421: 'NONE' } as const;
const EACH = 30;

let service: ScoringService;
let cases: SyntheticCase[];

beforeAll(async () => {
  const next = seeded(31);
  cases = EVERYBODY.flatMap((tenant, at) =>
    Array.from({ length: EACH }, (_none, index) => randomCase(at * 100 + index + 1, tenant, 1, next)),
  );
  const places = EVERYBODY.map((number) => ({
    number,
    level: LEVELS[number] ?? 'COUNTY',
    ancestors: ABOVE[number] ?? [],
  }));
  service = await ScoringService.start({}, cases, places);
  for (const [tenant, level] of Object.entries(SHARES)) await service.shared(Number(tenant), level);
});
afterAll(() => service?.close());

const officer = (tenant: number) => somebodyIn(tenant, 'DEPUTY_AFFAIRS_OFFICER');
const figures = async (selection: string, filter = '{}', viewer = officer(4), root = viewer.tenant) => {
  const { data, errors } = await service.ask(
    viewer,
    ofLocality(root, `figures(filter: ${filter}) { ${selection} }`),
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities[0].figures;
};

type Node = { id: string; title: string | null; locality: { id: string } };
type Drilled = {
  count: number;
  hidden: number;
  list: { totalCount: number; nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
};

/** Every page of a list. */
async function everyNode(args: string, filter?: string): Promise<Drilled & { nodes: Node[] }> {
  const nodes: Node[] = [];
  let after = 'null';
  for (;;) {
    const { cases: drilled }: { cases: Drilled } = await figures(
      `cases${args} { count hidden list(first: 40, after: ${after}) { totalCount nodes { id title locality { id } } pageInfo { hasNextPage endCursor } } }`,
      filter,
    );
    nodes.push(...drilled.list.nodes);
    if (!drilled.list.pageInfo.hasNextPage) return { ...drilled, nodes };
    after = JSON.stringify(drilled.list.pageInfo.endCursor);
  }
}

async function wholeTable(args: string, filter?: string): Promise<string[][]> {
  let text = '';
  let after = 'null';
  for (;;) {
    const { cases: drilled } = await figures(
      `cases${args} { table(first: 50, after: ${after}) { text rows endCursor hasNextPage } }`,
      filter,
    );
    text += drilled.table.text;
    if (!drilled.table.hasNextPage) return parse(text, { bom: true }) as string[][];
    after = JSON.stringify(drilled.table.endCursor);
  }
}

const LISTED = METRIC_NAMES.filter(
  (name) => !metricOf(name).numerator.sum && !metricOf(name).denominator?.sum,
);
const filters = fc.record({
  year: fc.constantFrom('null', '2023', '2024'),
  kind: fc.constantFrom('null', 'NPC_SUGGESTION', 'CPPCC_PROPOSAL'),
  period: fc.constantFrom('null', 'IN_SESSION', 'INTER_SESSION'),
  from: fc.constantFrom('null', '"2023-02-01"'),
  asOf: fc.constantFrom('null', '"2024-03-01T00:00:00.000Z"'),
  keyOnly: fc.constantFrom('false', 'true'),
  tree: fc.constantFrom('AS_IT_IS', 'AS_IT_WAS'),
});
const written = (filter: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(filter)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;

describe('the cases behind a figure', () => {
  test('list, count, figure and export agree, for any filter, metric and side', async () => {
    const question = fc.tuple(filters, fc.constantFrom<MetricName>(...LISTED), fc.boolean());
    await fc.assert(
      fc.asyncProperty(question, async ([filter, name, below]) => {
        const side = below && metricOf(name).denominator ? 'DENOMINATOR' : 'NUMERATOR';
        const args = `(of: ${name}, side: ${side})`;
        const { metric } = await figures(`metric(name: ${name}) { numerator denominator }`, written(filter));
        const { count, hidden, list, nodes } = await everyNode(args, written(filter));
        expect(count).toBe(side === 'NUMERATOR' ? metric.numerator : metric.denominator);
        expect(list.totalCount).toBe(nodes.length);
        expect(count).toBe(nodes.length + hidden);
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        const [, ...rows] = await wholeTable(args, written(filter));
        expect(rows).toHaveLength(nodes.length);
      }),
      { numRuns: 40 },
    );
  });

  test('are those of the own locality and of those that share them; the others are counted', async () => {
    const { count, hidden, nodes } = await everyNode('(of: RECEIVED)');
    const shown = Map.groupBy(nodes, ({ locality }) => locality.id);
    expect([...shown.keys()].sort()).toEqual([4, 42, 411, 412].map(encodeLocalityId).sort());
    expect([count, hidden]).toEqual([EACH * 5, EACH]);
  });

  test('by how people rated, others’ cases are counted and not listed', async () => {
    const { count, hidden, nodes } = await everyNode('(of: SATISFACTION_INCLUSIVE)');
    expect(new Set(nodes.map(({ locality }) => locality.id))).toEqual(new Set([encodeLocalityId(4)]));
    expect(count).toBe(nodes.length + hidden);
    const rows = `rollup(by: [SATISFACTION], metrics: [RECEIVED], first: 9) { nodes { cases { count hidden list(first: 50) { nodes { locality { id } } } } } }`;
    const { rollup } = await figures(rows);
    const shown = (rollup.nodes as { cases: Drilled }[]).flatMap(({ cases: own }) => own.list.nodes);
    expect(new Set(shown.map(({ locality }) => locality.id))).toEqual(new Set([encodeLocalityId(4)]));
  });

  test('a row of a breakdown leads to its cases, and the rows to all', async () => {
    const rollup = `rollup(by: [COUNTY, YEAR, OUTCOME], metrics: [RECEIVED], first: 500) { nodes { items numerators
      cases { count hidden list(first: 100) { totalCount } } received: cases(of: RECEIVED) { count hidden list(first: 0) { totalCount } } } }`;
    const { rollup: rows } = await figures(rollup);
    type Row = { items: number; numerators: number[]; cases: Drilled; received: Drilled };
    for (const { items, numerators, cases: all, received } of rows.nodes as Row[]) {
      expect([all.count, received.count]).toEqual([items, numerators[0]]);
      expect([all.hidden + all.list.totalCount, received.hidden + received.list.totalCount]).toEqual([
        items,
        numerators[0],
      ]);
    }
    const sum = (rows.nodes as Row[]).reduce((total, { received }) => total + received.list.totalCount, 0);
    expect(sum).toBe((await everyNode('(of: RECEIVED)')).nodes.length);
    const tiers = `rollup(by: [TIER], metrics: [KEY_COUNT], first: 50) { nodes { items cases { count hidden list(first: 0) { totalCount } } } }`;
    for (const { items, cases: own } of (await figures(tiers)).rollup.nodes as Row[])
      expect([own.count, own.hidden + own.list.totalCount]).toEqual([items, items]);
  });

  test('have a title where it is shared, or has been disclosed, and no other', async () => {
    const { nodes } = await everyNode('(of: RECEIVED)');
    const facts = await service.database.relay.transaction(
      { tenant: 411, tenants: [411, 412, 42, 4], purpose: 'RELAY', actor: null },
      'read',
      (tx) =>
        tx.query<{ disclosedOn: string | null; disclosureConsent: string | null; tenant: number }>(
          `SELECT tenant_id AS tenant, disclosed_on AS "disclosedOn", disclosure_consent AS "disclosureConsent"
           FROM evaluation.case_fact WHERE valid_to = 'infinity' AND submitted_on IS NOT NULL`,
        ),
    );
    for (const tenant of [411, 412, 42, 4]) {
      const titled = nodes.filter(
        ({ locality, title }) => locality.id === encodeLocalityId(tenant) && title !== null,
      );
      const open = facts.filter(
        (each) => each.tenant === tenant && (tenant === 412 || tenant === 4 || isTitleOpen(each)),
      );
      expect([tenant, titled.length]).toEqual([tenant, open.length]);
    }
  });

  test.each<[string, string, string]>([
    ['a number without a denominator', 'cases(of: RECEIVED, side: DENOMINATOR) { count }', 'BAD_USER_INPUT'],
    ['what does not count cases', 'cases(of: ASSIGNMENT_COUNT) { count }', 'BAD_USER_INPUT'],
    [
      'a metric that the row does not have',
      'rollup(by: [YEAR], metrics: [RECEIVED]) { nodes { cases(of: REPLY_RATE) { count } } }',
      'BAD_USER_INPUT',
    ],
    ['a cursor of another list', 'cases { list(after: "abc") { totalCount } }', 'BAD_USER_INPUT'],
    ['more at once than there may be', 'cases { table(first: 1001) { rows } }', 'BAD_USER_INPUT'],
  ])('%s is refused', async (_name, selection, code) => {
    const { errors } = await service.ask(officer(4), ofLocality(4, `figures(filter: {}) { ${selection} }`));
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set([code]));
  });

  test('who only counts is refused the cases, and keeps the figure beside them', async () => {
    const asked = ofLocality(
      4,
      'figures(filter: {}) { metric(name: RECEIVED) { numerator } cases { count } }',
    );
    const { data, errors } = await service.ask(somebodyIn(4, 'DEPUTY'), asked);
    expect(data._entities[0].figures).toEqual({ metric: { numerator: EACH * 5 }, cases: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('in the database', () => {
  const tenantsIn = async (table: string, tenant: number, purpose: Purpose): Promise<number[]> => {
    const rows = await service.database.app.transaction(
      { tenant, tenants: [tenant], purpose, actor: null },
      'read',
      (tx) =>
        tx.query<{ tenant: number }>(
          `SELECT DISTINCT tenant_id AS tenant FROM evaluation.${table} ORDER BY 1`,
        ),
    );
    return rows.map((row) => row.tenant);
  };

  test.each(['case_fact', 'case_card', 'case_fact_superseded'])(
    '%s is shown to those above for shared cases alone',
    async (table) => {
      const shared = await tenantsIn(table, 4, 'SHARED');
      expect(shared.filter((tenant) => ![4, 42, 411, 412].includes(tenant))).toEqual([]);
      if (table !== 'case_fact_superseded') expect(shared).toEqual([4, 42, 411, 412]);
      expect((await tenantsIn(table, 4, 'CASE')).filter((tenant) => tenant !== 4)).toEqual([]);
      expect((await tenantsIn(table, 5, 'SHARED')).filter((tenant) => tenant !== 5)).toEqual([]);
      expect((await tenantsIn(table, 411, 'SHARED')).filter((tenant) => tenant !== 411)).toEqual([]);
    },
  );

  test('titles are shown where all is shared, or they are disclosed', async () => {
    const rows = await service.database.app.transaction(
      { tenant: 4, tenants: [4], purpose: 'SHARED', actor: null },
      'read',
      (tx) =>
        tx.query<{ tenant: number }>(
          `SELECT DISTINCT tenant_id AS tenant FROM evaluation.case_title WHERE NOT disclosed ORDER BY 1`,
        ),
    );
    expect(rows.map(({ tenant }) => tenant)).toEqual([4, 412]);
    expect(await tenantsIn('case_title', 4, 'COUNTS')).toEqual([4]);
  });
});

describe('what was read', () => {
  const readings = `readings(first: 100) { totalCount nodes { reader { id } role way saw count cases { id } } }`;
  const told = async (tenant: number) => {
    const { data, errors } = await service.ask(
      somebodyIn(tenant, 'TENANT_ADMIN'),
      ofLocality(tenant, readings),
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data._entities[0].readings;
  };

  test('is told to the locality whose it was: who, how, and which cases; of the own ones nothing is noted', async () => {
    const before = await told(411);
    const nation = officer(1);
    const { cases: own } = await figures(
      'cases(of: RECEIVED) { list(first: 7) { nodes { id } } }',
      '{}',
      nation,
      411,
    );
    const { totalCount, nodes } = await told(411);
    expect(totalCount).toBe(before.totalCount + 1);
    expect(nodes[0]).toMatchObject({
      reader: { id: encodeLocalityId(1) },
      role: 'DEPUTY_AFFAIRS_OFFICER',
      way: 'LIST',
      count: 7,
      cases: own.list.nodes,
    });
    await figures('cases(of: RECEIVED) { table(first: 9) { rows } }', '{}', nation, 411);
    expect((await told(411)).nodes[0]).toMatchObject({ way: 'EXPORT', count: 9 });
    await figures('cases(of: RECEIVED) { list(first: 7) { nodes { id } } }', '{}', officer(411), 411);
    expect((await told(411)).totalCount).toBe(before.totalCount + 2);
    expect((await told(421)).totalCount).toBe(0);
  });

  test('is told to no other locality, and to nobody by whom it was not read', async () => {
    const { errors } = await service.ask(somebodyIn(4, 'TENANT_ADMIN'), ofLocality(411, readings));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_GRANTED']);
    const row = `INSERT INTO evaluation.case_reading
      VALUES (5, gen_random_uuid(), 411, NULL, 'SYSTEM', 'LIST', 'FULL', '', '{}', now())`;
    const { totalCount } = await told(411);
    await service.database.app.transaction(
      { tenant: 5, tenants: [5], purpose: 'CASE', actor: null },
      'write',
      (tx) => tx.query(row),
    );
    expect((await told(411)).totalCount).toBe(totalCount);
  });

  test('cannot be changed or taken away', async () => {
    for (const sql of [
      'DELETE FROM evaluation.case_reading',
      `UPDATE evaluation.case_reading SET role = 'SYSTEM'`,
    ])
      await expect(
        service.database.app.transaction(
          { tenant: 4, tenants: [4], purpose: 'CASE', actor: null },
          'write',
          (tx) => tx.query(sql),
        ),
      ).rejects.toThrow(/permission denied/);
  });
});

test('what is withdrawn is gone at once, before anything has been folded; what was read stays noted', async () => {
  const { nodes } = await everyNode('(of: RECEIVED)');
  const theirs = (all: readonly Node[]) =>
    all.filter(({ locality }) => locality.id === encodeLocalityId(411)).length;
  expect(theirs(nodes)).toBe(EACH);
  const said = { tenant: 411, type: 'locality.sharing_set', payload: { level: 'COUNTS', reason: '撤回' } };
  await service.database.say([said]);
  const after = await everyNode('(of: RECEIVED)');
  expect([theirs(after.nodes), after.count, after.hidden]).toEqual([0, EACH * 5, EACH * 2]);
  const { data } = await service.ask(
    somebodyIn(411, 'TENANT_ADMIN'),
    ofLocality(411, 'readings(first: 1) { totalCount }'),
  );
  expect(data._entities[0].readings.totalCount).toBeGreaterThan(0);
});
