import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { sharedDeployment } from '../kit/shared-deployment.js';
import { Case } from './story/case.js';
import { castOf } from './story/cast.js';
import { caughtUp } from './story/figures.js';

const ROLLUP = `query ($code: String!, $filter: FigureFilter!) {
  locality(code: $code) { figures(filter: $filter) {
    metric(name: RECEIVED) { numerator }
    coverage { expected reporting }
    cities: rollup(by: [CITY], metrics: [RECEIVED]) { nodes { locality { code } ownOnly numerators } }
    counties: rollup(by: [COUNTY], metrics: [RECEIVED]) { nodes { locality { code } ownOnly numerators } } } } }`;

const HISTORY = `query ($code: String!) {
  locality(code: $code) {
    validFrom validTo parent { code } before: parent(on: "2025-06-30") { code }
    successors { since locality { code } }
    predecessors { since locality { code validTo } } } }`;

type Row = {
  readonly locality: { readonly code: string };
  readonly ownOnly: boolean;
  readonly numerators: readonly number[];
};

/** On 2025-07-01 a county moved to the other city, and one was split into two, one in each city. */
describe('the map is redrawn in the middle of the year', () => {
  let province: Person;
  let cities: Person[];

  const submitted = async (code: string, ...days: string[]) => {
    const cast = await castOf(await sharedDeployment(), code);
    for (const day of days) {
      const drafted = { occurredAt: `${day}T02:00:00.000Z` };
      await (await Case.drafted(cast, drafted)).submit({ occurredAt: `${day}T03:00:00.000Z` });
    }
    await caughtUp(cast.office, code);
  };

  beforeAll(async () => {
    const deployment = await sharedDeployment();
    const analyst = (code: string) => deployment.as(`${code}.upper-tenant-analyst`);
    [province, ...cities] = await Promise.all([
      analyst('980000'),
      ...['981000', '982000'].map((code) => deployment.as(`${code}.deputy-affairs-officer`)),
    ]);
    await submitted('981001', '2025-03-10', '2025-09-10');
    await submitted('981002', '2025-03-11');
    await submitted('981003', '2025-09-11');
    await caughtUp(province, '980000');
    for (const [at, city] of cities.entries()) await caughtUp(city, `98${at + 1}000`);
  });

  const figures = async (person: Person, code: string, filter: object) =>
    (await person.get(ROLLUP, { code, filter })).locality.figures;

  const told = (rows: { readonly nodes: readonly Row[] }): Record<string, number | undefined> =>
    Object.fromEntries(
      rows.nodes.map(({ locality, ownOnly, numerators }) => [
        `${locality.code}${ownOnly ? ' own' : ''}`,
        numerators[0],
      ]),
    );

  test('by today’s map the past goes with whoever moved, and that of a county split over two cities to the province', async () => {
    const { metric, cities: by, counties, coverage } = await figures(province, '980000', { year: 2025 });
    expect(metric.numerator).toBe(4);
    expect(told(by)).toEqual({ '980000 own': 1, 981000: 1, 982000: 2 });
    expect(told(counties)).toEqual({
      '980000 own': 1,
      '981000 own': 0,
      '982000 own': 0,
      981001: 2,
      981003: 1,
      982001: 0,
    });
    // Three counties, two cities and the province are there; the county that is no more still has a case.
    expect(coverage).toEqual({ expected: 7, reporting: 3 });
  });

  test('by the map of the day each case counts where it was submitted; the province comes to the same', async () => {
    const asked = { year: 2025, tree: 'AS_IT_WAS' };
    const { metric, cities: by, counties } = await figures(province, '980000', asked);
    expect(metric.numerator).toBe(4);
    expect(told(by)).toEqual({ '980000 own': 0, 981000: 3, 982000: 1 });
    expect(told(counties)).toMatchObject({ 981001: 2, 981002: 1, 981003: 1 });
  });

  test('the graph tells what became of each county, and from which day', async () => {
    const history = async (code: string, person = province) => (await person.get(HISTORY, { code })).locality;
    const since = '2025-07-01';
    expect(await history('981002')).toMatchObject({
      validTo: '2025-06-30',
      successors: ['981003', '982001'].map((code) => ({ since, locality: { code } })),
      predecessors: [],
    });
    for (const code of ['981003', '982001'])
      expect(await history(code)).toMatchObject({
        validFrom: since,
        successors: [],
        predecessors: [{ since, locality: { code: '981002', validTo: '2025-06-30' } }],
      });
    expect(await history('981001')).toMatchObject({
      parent: { code: '982000' },
      before: { code: '981000' },
      successors: [],
      predecessors: [],
    });
    // The second city had nothing to do with the county that was split: it is told of its own part alone.
    const second = await history('982001', cities[1] as Person);
    expect([second.validFrom, second.predecessors]).toEqual([since, []]);
  });

  test('each city sees of itself what the province sees of it', async () => {
    const received = async (tree: string) =>
      Promise.all(
        cities.map(
          async (city, at) => (await figures(city, `98${at + 1}000`, { year: 2025, tree })).metric.numerator,
        ),
      );
    expect(await received('AS_IT_IS')).toEqual([1, 2]);
    expect(await received('AS_IT_WAS')).toEqual([3, 1]);
  });

  test('as of a day before the change the old map holds in both views', async () => {
    for (const tree of ['AS_IT_IS', 'AS_IT_WAS']) {
      const asked = { asOf: '2025-06-01T00:00:00.000Z', tree };
      const { metric, cities: by } = await figures(province, '980000', asked);
      expect([tree, metric.numerator, told(by)]).toEqual([
        tree,
        2,
        { '980000 own': 0, 981000: 2, 982000: 0 },
      ]);
    }
  });
});
