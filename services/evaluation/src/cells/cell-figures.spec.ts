import { addDays, startOfDay } from '@duban/kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AXES } from '../facts/vocabulary.js';
import { type FigureFilter, type Population, readFilter } from '../figures/figure-filter.js';
import { figureReads } from '../figures/figures.read.js';
import { METRIC_NAMES } from '../figures/metrics.js';
import { type Asked, askedKey, type Tally } from '../figures/tally.js';
import { type RollupQuestion, readRollup } from '../rollup/rollup-question.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
} from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { caseIdOf, SyntheticCase } from '../testing/synthetic-case.js';
import { type Wiring, wire } from '../wiring.js';
import { addUp } from './add-up.js';
import { tallyCells } from './cell.read.js';
import { cellQuestion } from './cell-question.js';
import { SumCopies } from './sum-copies.runtime.js';

const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: 4, level: 'PROVINCE', ancestors: [1] },
  { number: 41, level: 'CITY', ancestors: [4, 1] },
  { number: 411, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 412, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 5, level: 'PROVINCE', ancestors: [1] },
  { number: 51, level: 'COUNTY', ancestors: [5, 1] },
  { number: 9, level: 'COUNTY', ancestors: [] },
];
/** 51 has a class that joins kept with promised: no sum over it and others says anything by class. */
const MIXING = 51;
/** Not below anybody: what happens here stands on the edge of a day, a month or a year. */
const EDGES = 9;
const DUE_DATES = ['2023-06-14', '2023-06-30', '2023-12-31', '2024-02-29'];
const SUBMITTED_AT = ['2022-06-15', '2022-07-01', '2023-01-01'];
const GROUPS = [
  { of: 1, localities: [1, 4, 5, 41, 51, 411, 412] },
  { of: 4, localities: [4, 41, 411, 412] },
  { of: 41, localities: [41, 411, 412] },
  { of: 5, localities: [5, 51] },
  { of: 412, localities: [412] },
];
const EVERYTHING: Asked[] = METRIC_NAMES.flatMap((name) =>
  AXES.flatMap((axis) => (['FIRST', 'FINAL'] as const).map((round) => ({ name, axis, round }))),
);

let database: EvaluationDatabase;
let wiring: Wiring;

beforeAll(async () => {
  database = await evaluationDatabase();
  const next = seeded(23);
  const cases = [4, 41, 411, 412, 51].flatMap((tenant, place) =>
    Array.from({ length: 40 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
  );
  const mixed = new SyntheticCase(caseIdOf(990), MIXING).submitted('2024-01-10').docketed('2024-01-15');
  mixed.handedOver('2024-02-01').replied('2024-04-01', mixed.id(1), 'X', ['SOLVED', 'DEFERRED']);
  const due = DUE_DATES.map((dueAt, at) =>
    new SyntheticCase(caseIdOf(960 + at), EDGES)
      .submitted('2022-06-01')
      .docketed('2022-06-02')
      .handedOver('2022-06-03', [{ dueAt }]),
  );
  const atMidnight = SUBMITTED_AT.flatMap((day, at) =>
    [-1, 0].map((ms) =>
      new SyntheticCase(caseIdOf(970 + 2 * at - ms), EDGES).submitted(
        new Date(Date.parse(startOfDay(day)) + ms).toISOString(),
      ),
    ),
  );
  await database.register(PLACES);
  await database.record(eventsOf([...cases, mixed, ...due, ...atMidnight]));
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

const filters: fc.Arbitrary<FigureFilter> = fc.record({
  year: fc.constantFrom(null, 2023, 2024),
  kind: fc.constantFrom(null, 'NPC_SUGGESTION', 'CPPCC_PROPOSAL'),
  period: fc.constantFrom(null, 'IN_SESSION', 'INTER_SESSION'),
  keyOnly: fc.boolean(),
});
/** Right before or at a midnight in Shanghai; at the turn of a month and of a year more often. */
const midnights: fc.Arbitrary<Date> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 800 }).map((days) => addDays('2023-01-01', days)),
      fc.constantFrom('2023-05-01', '2024-01-01', '2024-02-29', '2024-03-01', '2024-06-01'),
    ),
    fc.constantFrom(-1, 0),
  )
  .map(([day, ms]) => new Date(Date.parse(startOfDay(day)) + ms));
const divisions = fc.subarray(['YEAR', 'KIND', 'PERIOD', 'CATEGORY'] as const);

const divided = (by: readonly ('YEAR' | 'KIND' | 'PERIOD' | 'CATEGORY')[]): RollupQuestion['facts'] => {
  if (by.length === 0) return [];
  const question = readRollup({
    by,
    metrics: ['REPLY_RATE'],
    axis: 'RESULT',
    round: 'FINAL',
  });
  if ('zh' in question) throw new Error(question.en);
  return question.facts;
};

/** Numbers by what they share, whoever they are of. */
function plain(tallies: readonly Tally[]): Record<string, number[]> {
  const sums: Record<string, number[]> = {};
  for (const { outcomes, keys, items, classified, ratedOn, sums: own } of tallies) {
    const numbers = [...own.values()].flatMap(({ numerator, denominator }) => [numerator, denominator]);
    const all = [items, classified, ...AXES.map((axis) => ratedOn[axis]), ...numbers];
    const name = JSON.stringify([outcomes, ...keys]);
    sums[name] = all.map((number, index) => number + (sums[name]?.[index] ?? 0));
  }
  return sums;
}

const whole = (tallies: readonly Tally[]): string[] =>
  tallies.map(({ sums, ...rest }) => JSON.stringify({ ...rest, sums: [...sums] })).sort();

const inNation = <T>(work: (reads: ReturnType<typeof figureReads>) => Promise<T>, tenant = 1): Promise<T> =>
  wiring.database.transaction({ tenant, tenants: [tenant], purpose: 'COUNTS', actor: null }, 'read', (tx) =>
    work(figureReads(tx)),
  );

test('sums are what the facts give, number by number: every filter, every division, every place', async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      divisions,
      fc.constantFrom(...GROUPS),
      midnights,
      async (filter, by, group, now) => {
        const population = readFilter(filter, now) as Population;
        const facts = divided(by);
        const { tallyCells, tallyCases } = alone();
        const [sums, live] = [
          await tallyCells([group], population, EVERYTHING, facts),
          await tallyCases(group.localities, population, EVERYTHING, facts),
        ];
        expect(sums).not.toBeNull();
        expect(plain(sums ?? [])).toEqual(plain(live));
        const each = group.localities.map((of) => ({ of, localities: [of] }));
        expect(whole((await tallyCells(each, population, EVERYTHING, facts)) ?? [])).toEqual(whole(live));
      },
    ),
    { numRuns: 40 },
  );
});

/** Each read in a transaction of its own. */
const alone = (tenant = 1): Pick<ReturnType<typeof figureReads>, 'tallyCells' | 'tallyCases'> => ({
  tallyCells: (...asked) => inNation((reads) => reads.tallyCells(...asked), tenant),
  tallyCases: (...asked) => inNation((reads) => reads.tallyCases(...asked), tenant),
});

test('what was read before stands for what would be read now, and no longer', async () => {
  const population = readFilter({}, new Date()) as Population;
  const scope = { tenant: 1, tenants: [1], purpose: 'COUNTS', actor: null } as const;
  const both = () =>
    wiring.database.transaction(scope, 'read', async (tx) => {
      const kept = await tallyCells(tx, GROUPS, population, EVERYTHING, []);
      const read = await tallyCells(tx, GROUPS, population, EVERYTHING, [], new SumCopies());
      return [kept, read].map((tallies) => tallies && whole(tallies));
    });
  const next = seeded(29);
  const seen = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const tenant = [4, 41, 411, 412, 51][round % 5] as number;
    await database.record(eventsOf([randomCase(2_000 + round, tenant, 1, next)]));
    for (let look = 0; look < 20; look++) {
      const [kept, read] = await both();
      expect(kept).toEqual(read);
      seen.add(JSON.stringify(kept));
    }
  }
  expect(seen.size).toBeGreaterThan(12);
});

test('a due date is over with the first moment of the next day in Shanghai: of a day, a month, a year', async () => {
  /** Items that are due: so far only those whose date is over. */
  const overdue = async (now: string) => {
    const population = readFilter({}, new Date(now)) as Population;
    const asked = [{ name: 'ON_TIME_RATE', axis: 'RESULT', round: 'FINAL' }] as const;
    const group = { of: EDGES, localities: [EDGES] };
    const { tallyCells, tallyCases } = alone(EDGES);
    const [sums, live] = [
      await tallyCells([group], population, asked, []),
      await tallyCases([EDGES], population, asked, []),
    ];
    expect(plain(sums ?? [])).toEqual(plain(live));
    return (sums ?? []).reduce(
      (all, tally) => all + (tally.sums.get(askedKey(asked[0]))?.denominator ?? 0),
      0,
    );
  };
  for (const [at, day] of DUE_DATES.entries()) {
    const over = Date.parse(startOfDay(addDays(day, 1)));
    const before = await overdue(new Date(over - 1).toISOString());
    expect([day, before, await overdue(new Date(over).toISOString())]).toEqual([day, at, at + 1]);
  }
});

test('what happens right before midnight in Shanghai is of that day, right after of the next month or year', async () => {
  const received = async (from: string, to: string) => {
    const population = readFilter({ from, to }, new Date()) as Population;
    const asked = [{ name: 'RECEIVED', axis: 'RESULT', round: 'FINAL' }] as const;
    const tallies = await alone(EDGES).tallyCases([EDGES], population, asked, []);
    return tallies.reduce((all, tally) => all + (tally.sums.get(askedKey(asked[0]))?.numerator ?? 0), 0);
  };
  for (const day of SUBMITTED_AT)
    expect([
      day,
      await received(addDays(day, -1), addDays(day, -1)),
      await received(day, day),
      await received(addDays(day, 1), addDays(day, 1)),
    ]).toEqual([day, 1, 1, 0]);
});

test('a place whose classes mix meanings is judged by itself, and only where classes are counted', async () => {
  const population = readFilter({}, new Date()) as Population;
  const counted = (name: Asked['name'], group: (typeof GROUPS)[number]) =>
    inNation((reads) =>
      addUp(reads, { groups: [group], population, asked: [{ name, axis: 'RESULT', round: 'FINAL' }] }),
    );
  const [nation, province] = GROUPS as [(typeof GROUPS)[number], (typeof GROUPS)[number]];
  expect((await counted('REPLY_RATE', nation)).byGroup).toBe(true);
  expect((await counted('SOLVED_RATE', nation)).byGroup).toBe(false);
  expect((await counted('SOLVED_RATE', province)).byGroup).toBe(true);
});

test('what cells cannot tell is counted from the facts', async () => {
  const ask = async (filter: FigureFilter, groups = [{ of: 4, localities: [4, 41, 411] }]) =>
    inNation((reads) => reads.tallyCells(groups, readFilter(filter, new Date()) as Population, []));
  // Not the localities that the sums are made of: the tree has moved on.
  expect(await ask({})).toBeNull();
  const whole = [{ of: 4, localities: [4, 41, 411, 412] }];
  expect(await ask({}, whole)).not.toBeNull();
  expect(await ask({ from: '2024-01-01' }, whole)).toBeNull();
  expect(await ask({ asOf: '2024-06-01T00:00:00.000Z' }, whole)).toBeNull();
  const population = readFilter({}, new Date()) as Population;
  expect(cellQuestion(population, [{ column: 'keyTiers' }])).toBeNull();
  expect(cellQuestion(population, [{ column: 'handedOverOn', month: true }])).toBeNull();
});
