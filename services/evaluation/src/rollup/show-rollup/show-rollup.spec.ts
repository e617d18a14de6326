import { encodeLocalityId, type Viewer } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { versionsOf } from '../../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../../facts/item-rules.js';
import { isFault, type Population, readFilter } from '../../figures/figure-filter.js';
import { figureReads } from '../../figures/figures.read.js';
import { METRIC_NAMES, metricOf } from '../../figures/metrics.js';
import { type Counted, recount, type Tally } from '../../figures/tally.js';
import { buildEvaluationSubgraph } from '../../subgraph.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
  somebodyIn,
} from '../../testing/evaluation-database.js';
import { randomCase, seeded } from '../../testing/random-case.js';
import type { SyntheticCase } from '../../testing/synthetic-case.js';
import { type Wiring, wire } from '../../wiring.js';
import { DIMENSIONS, type DimensionName, isPlace } from '../dimension.js';
import { isRollupFault, readRollup } from '../rollup-question.js';

/** A province with two cities, one with two counties; a county of another province. */
const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: 4, level: 'PROVINCE', ancestors: [1] },
  { number: 41, level: 'CITY', ancestors: [4, 1] },
  { number: 42, level: 'CITY', ancestors: [4, 1] },
  { number: 411, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 412, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 5, level: 'PROVINCE', ancestors: [1] },
  { number: 59, level: 'COUNTY', ancestors: [5, 1] },
];
const IN_PROVINCE = [4, 41, 411, 412, 42];
const { schema } = buildEvaluationSubgraph();
const analyst = somebodyIn(4);

let database: EvaluationDatabase;
let wiring: Wiring;
let cases: SyntheticCase[];

beforeAll(async () => {
  database = await evaluationDatabase();
  const next = seeded(7);
  cases = [4, 41, 411, 42, 59].flatMap((tenant, place) =>
    Array.from({ length: 60 }, (_, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
  );
  await database.register(PLACES);
  await database.record(eventsOf(cases));
  wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    log: quiet,
  });
  await eventually(async () =>
    (await Promise.all(wiring.consumers.map((consumer) => consumer.caughtUp()))).every(Boolean),
  );
});

afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked
type Answer = { data: any; errors?: readonly { message: string; extensions: any }[] };

async function ask(
  root: number,
  selection: string,
  filter = '{}',
  viewer: Viewer = analyst,
): Promise<Answer> {
  const source = `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(root)}" }]) { ... on Locality { figures(filter: ${filter}) { ${selection} } } } }`;
  const contextValue = wiring.context({ viewer, requestId: 'test' });
  const result = await graphql({ schema, source, contextValue });
  await contextValue.close();
  return JSON.parse(JSON.stringify(result));
}

const figuresOf = async (root: number, selection: string, filter?: string) => {
  const { data, errors } = await ask(root, selection, filter);
  expect(errors).toBeUndefined();
  return data._entities[0].figures;
};
const idOf = (number: number) => ({ id: encodeLocalityId(number) });

describe('a breakdown by place', () => {
  const ROWS = 'totalCount nodes { locality { id } ownOnly items numerators denominators displays }';

  test('gives every place below, one without items as well, and what belongs to none of them', async () => {
    const { rollup } = await figuresOf(4, `rollup(by: [CHILD], metrics: [REPLY_RATE]) { ${ROWS} }`);
    const places = rollup.nodes.map(({ locality, ownOnly }: { locality: object; ownOnly: boolean }) => ({
      locality,
      ownOnly,
    }));
    expect(places).toEqual([
      { locality: idOf(4), ownOnly: true },
      { locality: idOf(41), ownOnly: false },
      { locality: idOf(42), ownOnly: false },
    ]);
    const counties = await figuresOf(4, `rollup(by: [COUNTY], metrics: [REPLY_RATE]) { ${ROWS} }`);
    const empty = counties.rollup.nodes.find(({ locality }: { locality: object }) =>
      JSON.stringify(locality).includes(encodeLocalityId(412)),
    );
    expect(empty).toMatchObject({ items: 0, numerators: [0], denominators: [0], displays: [null] });
  });

  test('a county asked for itself is its own row', async () => {
    const { rollup } = await figuresOf(411, `rollup(by: [COUNTY], metrics: [RECEIVED]) { ${ROWS} }`);
    expect(rollup.nodes).toMatchObject([{ locality: idOf(411), ownOnly: false }]);
  });
});

/** Those whose rows share no item and leave none out. */
const DIVIDING = DIMENSIONS.filter((name) => name !== 'TIER' && name !== 'OUTCOME');
const breakdown = fc.record({
  by: fc
    .uniqueArray(fc.constantFrom(...DIVIDING), { minLength: 1, maxLength: 3 })
    .filter((by) => by.filter(isPlace).length < 2),
  basis: fc.constantFrom('SUBMITTED' as const, 'HANDED_OVER' as const),
  year: fc.option(fc.constantFrom(2023, 2024)),
});

test('the rows of any breakdown add up to the whole, count by count', async () => {
  await fc.assert(
    fc.asyncProperty(breakdown, async ({ by, basis, year }) => {
      const metrics = METRIC_NAMES.filter(
        (name) => metricOf(name).basis === basis && !metricOf(name).byClass,
      );
      const whole = metrics.map((name) => `${name}: metric(name: ${name}) { numerator denominator }`);
      const rows = `rollup(by: [${by}], metrics: [${metrics}], first: 1000) { nodes { numerators denominators } }`;
      const { rollup, ...figures } = await figuresOf(
        4,
        `${rows} ${whole.join(' ')}`,
        year ? `{ year: ${year} }` : '{}',
      );
      const summed = (side: string, index: number): number =>
        rollup.nodes.reduce(
          (sum: number, row: Record<string, number[]>) => sum + (row[side]?.[index] ?? 0),
          0,
        );
      metrics.forEach((name, index) => {
        const { numerator, denominator } = figures[name];
        expect([name, summed('numerators', index), summed('denominators', index)]).toEqual([
          name,
          numerator,
          denominator ?? 0,
        ]);
      });
    }),
    { numRuns: 25 },
  );
});

test('the database counts, key by key, what a recount counts', async () => {
  const population = readFilter({ years: [2023, 2024] }, new Date()) as Population;
  expect(isFault(population)).toBe(false);
  for (const by of DIMENSIONS.filter((name) => !isPlace(name))) {
    const question = readRollup({
      by: [by],
      metrics: ['REPLY_RATE', 'SOLVED_RATE'],
      axis: 'RESULT',
      round: 'FINAL',
    });
    if (isRollupFault(question)) throw new Error(question.en);
    const counted = await wiring.database.transaction(
      { tenant: 4, tenants: [4], purpose: 'COUNTS', actor: null },
      'read',
      (tx) => figureReads(tx).tallyCases(IN_PROVINCE, population, question.asked, question.facts),
    );
    const rows: Counted[] = cases
      .filter(({ tenant }) => IN_PROVINCE.includes(tenant))
      .flatMap(({ tenant, read }) =>
        versionsOf(read, DEFAULT_ITEM_RULES)
          .versions.filter(({ validTo }) => validTo === 'infinity')
          .map(({ facts }) => ({ tenant, unitId: null, role: null, facts })),
      );
    expect(plain(counted)).toEqual(plain(recount(rows, population, question.asked, question.facts)));
  }
});

const plain = (tallies: readonly Tally[]): string[] =>
  tallies.map(({ sums, ...rest }) => JSON.stringify({ ...rest, sums: [...sums] })).sort();

describe('rows are chosen and put in order', () => {
  const BY = 'by: [COUNTY, YEAR], metrics: [REPLY_RATE, HANDED_OVER_COUNT]';

  test('by a metric that is asked for, whole numbers behind it', async () => {
    const { rollup } = await figuresOf(
      4,
      `rollup(${BY}, sort: { metric: REPLY_RATE, direction: DESC }, having: [{ metric: REPLY_RATE, itemsAtLeast: 20 }, { metric: HANDED_OVER_COUNT, atMost: "1000" }]) { nodes { numerators denominators } }`,
    );
    const rates = rollup.nodes.map((row: { numerators: number[]; denominators: number[] }) => [
      (row.numerators[0] ?? 0) / (row.denominators[0] ?? 1),
      row.denominators[0],
    ]);
    expect(rates.length).toBeGreaterThan(2);
    expect(rates).toEqual(rates.toSorted(([a]: number[], [b]: number[]) => (b ?? 0) - (a ?? 0)));
    expect(rates.every(([, items]: number[]) => (items ?? 0) >= 20)).toBe(true);
  });

  test('an item of two tiers stands in both; outcomes are parts of a common partition', async () => {
    const { tier, outcome } = await figuresOf(
      4,
      'tier: rollup(by: [TIER], metrics: [KEY_COUNT]) { nodes { tier items } } outcome: rollup(by: [OUTCOME], metrics: [COMPLETION_RATE]) { nodes { outcomes } }',
    );
    expect(tier.nodes.map((row: { tier: string }) => row.tier)).toEqual(['DEPUTY', 'TOP_LEADER', null]);
    expect(outcome.nodes.map((row: { outcomes: string[] }) => row.outcomes)).toEqual([
      ['SOLVED'],
      ['IN_PROGRESS', 'PLANNED'],
      ['DEFERRED', 'REFERENCE'],
      null,
    ]);
  });
});

describe('what cannot be broken down is refused', () => {
  const ALL: readonly DimensionName[] = ['CHILD', 'YEAR', 'MONTH', 'CATEGORY', 'TIER', 'KIND'];
  test.each([
    ['nothing', 'by: [], metrics: [RECEIVED]', '{}', 'BAD_USER_INPUT'],
    ['too many dimensions', `by: [${ALL}], metrics: [REPLY_RATE]`, '{}', 'BAD_USER_INPUT'],
    ['the same twice', 'by: [YEAR, YEAR], metrics: [REPLY_RATE]', '{}', 'BAD_USER_INPUT'],
    ['two places', 'by: [CITY, COUNTY], metrics: [REPLY_RATE]', '{}', 'BAD_USER_INPUT'],
    ['no metric', 'by: [YEAR], metrics: []', '{}', 'BAD_USER_INPUT'],
    ['months of two days', 'by: [MONTH], metrics: [RECEIVED, REPLY_RATE]', '{}', 'BAD_USER_INPUT'],
    [
      'an order by what is not counted',
      'by: [YEAR], metrics: [REPLY_RATE], sort: { metric: RECEIVED, direction: ASC }',
      '{}',
      'BAD_USER_INPUT',
    ],
    ['too long a page', 'by: [YEAR], metrics: [REPLY_RATE], first: 1001', '{}', 'BAD_USER_INPUT'],
    [
      'a year beside years',
      'by: [YEAR], metrics: [REPLY_RATE]',
      '{ year: 2024, years: [2023] }',
      'BAD_USER_INPUT',
    ],
    [
      'a range that ends before it starts',
      'by: [YEAR], metrics: [REPLY_RATE]',
      '{ from: "2024-02-01", to: "2024-01-01" }',
      'BAD_USER_INPUT',
    ],
  ])('%s', async (_, asked, filter, code) => {
    const { errors } = await ask(4, `rollup(${asked}) { totalCount }`, filter);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  test('a place that is not below', async () => {
    const rows = 'rollup(by: [YEAR], metrics: [RECEIVED]) { totalCount }';
    expect((await ask(59, rows)).data).toEqual({ _entities: [null] });
    const { errors } = await ask(1, rows);
    expect(errors?.[0]?.extensions.code).toBe('NOT_GRANTED');
  });
});
