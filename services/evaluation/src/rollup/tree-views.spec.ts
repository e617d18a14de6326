import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addUp } from '../cells/add-up.js';
import { type FigureFilter, type Population, readFilter } from '../figures/figure-filter.js';
import { figureReads } from '../figures/figures.read.js';
import { dayCounts } from '../figures/handling-days/day-counts.js';
import type { Asked } from '../figures/tally.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
} from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { RandomTree } from '../testing/random-tree.js';
import type { SyntheticCase } from '../testing/synthetic-case.js';
import { standingsOf, type TreeView } from '../tree/tree-view.js';
import { type Wiring, wire } from '../wiring.js';
import { placedMembers } from './placings.js';

const PROVINCE = 1;
const METRICS = ['RECEIVED', 'HANDED_OVER_COUNT', 'REPLY_RATE', 'SOLVED_RATE', 'OVERDUE_OPEN'] as const;
const ASKED: Asked[] = METRICS.map((name) => ({ name, axis: 'RESULT', round: 'FINAL' }));

let database: EvaluationDatabase;
let wiring: Wiring;
let cases: SyntheticCase[];
const next = seeded(41);
const tree = new RandomTree(next, 20);

beforeAll(async () => {
  database = await evaluationDatabase();
  cases = tree.localities.flatMap(({ number: tenant }, place) =>
    Array.from({ length: 12 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
  );
  await database.say(tree.said);
  await database.record(eventsOf(cases));
  wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    log: quiet,
  });
  await eventually(async () => {
    for (const consumer of wiring.consumers) if (!(await consumer.caughtUp())) return false;
    return true;
  });
});

afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

type Row = { readonly at: string; readonly items: number; readonly sums: readonly number[] };

/** Rows of a place as its officers get them: numbers alone. */
const rowsOf = (
  root: number,
  view: TreeView,
  dimension: 'CITY' | 'COUNTY' | 'CHILD' | null,
  filter: FigureFilter = {},
): Promise<Row[]> =>
  wiring.database.transaction(
    { tenant: root, tenants: [root], purpose: 'COUNTS', actor: null },
    'read',
    async (tx) => {
      const reads = figureReads(tx);
      const population = readFilter({ ...filter, tree: view }, new Date()) as Population;
      const standings = standingsOf(view, await reads.places(), population.day);
      const placed = placedMembers(root, dimension, standings);
      const groups = placed.map(({ placing, members }) => ({ of: placing.place, ...members }));
      const { groups: counted } = await addUp(reads, { groups, population, asked: ASKED });
      const days = await reads.tallyDays({ groups, population, by: [], byClass: false });
      return placed.map(({ placing }, at) => {
        const tallies = counted[at] ?? [];
        const sums = ASKED.flatMap(({ name }) =>
          (['numerator', 'denominator'] as const).map((side) =>
            tallies.reduce((sum, tally) => sum + (tally.sums.get(keyIn(tally.sums, name))?.[side] ?? 0), 0),
          ),
        );
        const items = tallies.reduce((sum, tally) => sum + tally.items, 0);
        // Days are those of the very items that the reply rate counts, wherever they stood.
        const replied = [...dayCounts(days[at] ?? []).values()].reduce((sum, count) => sum + count, 0);
        expect([placing, replied]).toEqual([placing, sums[2 * METRICS.indexOf('REPLY_RATE')]]);
        return { at: `${placing.place}${placing.ownOnly ? ' own' : ''}`, items, sums };
      });
    },
  );

const keyIn = (sums: ReadonlyMap<string, unknown>, name: string): string =>
  [...sums.keys()].find((key) => key.split(':')[0] === name) ?? name;

const added = (rows: readonly Row[]): number[] =>
  rows.reduce<number[]>(
    (sums, row) => [row.items, ...row.sums].map((number, index) => number + (sums[index] ?? 0)),
    [],
  );

/** From sums made beforehand, and from the facts: days and an instant are known to them alone. */
const SOURCES: FigureFilter[] = [
  {},
  { year: 2023 },
  { from: '2000-01-01' },
  { asOf: new Date(Date.now() - 1000).toISOString() },
];

test.each(SOURCES)('both views come to the same sum, level by level, filter %j', async (filter) => {
  const whole = added(await rowsOf(PROVINCE, 'AS_IT_IS', null, filter));
  if (Object.keys(filter).length === 0) expect(whole[0]).toBe(cases.length);
  for (const view of ['AS_IT_IS', 'AS_IT_WAS'] as const)
    for (const dimension of [null, 'CHILD', 'CITY', 'COUNTY'] as const)
      expect([view, dimension, added(await rowsOf(PROVINCE, view, dimension, filter))]).toEqual([
        view,
        dimension,
        whole,
      ]);
});

test('what the province sees of a city is what the city sees of itself; who took a place over counts what was left', async () => {
  const standing = tree.localities.filter(({ level, until }) => level === 'CITY' && until === null);
  for (const view of ['AS_IT_IS', 'AS_IT_WAS'] as const) {
    const rows = new Map((await rowsOf(PROVINCE, view, 'CITY')).map((row) => [row.at, row]));
    for (const { number } of standing) {
      const own = added(await rowsOf(number, view, null));
      expect([view, number, own]).toEqual([view, number, added([rows.get(String(number)) as Row])]);
    }
  }
  expect(standing.length).toBeGreaterThan(1);
});

test('the views differ where somebody moved, and each item is where its day says', async () => {
  const [is, was] = [await rowsOf(PROVINCE, 'AS_IT_IS', 'CITY'), await rowsOf(PROVINCE, 'AS_IT_WAS', 'CITY')];
  expect(is).not.toEqual(was);
  expect(added(is)).toEqual(added(was));
});
