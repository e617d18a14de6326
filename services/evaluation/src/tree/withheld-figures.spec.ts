import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { versionsOf } from '../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../facts/item-rules.js';
import { readFilter } from '../figures/figure-filter.js';
import { recount } from '../figures/tally.js';
import { eventsOf, somebodyIn } from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { ofLocality, ScoringService } from '../testing/scoring-service.js';
import type { SyntheticCase } from '../testing/synthetic-case.js';

/** A nation, a province with two cities, counties under each and one right below the province; another province. */
const ABOVE: Readonly<Record<number, readonly number[]>> = {
  1: [],
  4: [1],
  41: [4, 1],
  42: [4, 1],
  411: [41, 4, 1],
  412: [41, 4, 1],
  421: [42, 4, 1],
  43: [4, 1],
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
const METRICS = ['RECEIVED', 'REPLY_RATE', 'SOLVED_RATE', 'SATISFACTION_STRICT'] as const;
const POPULATION = readFilter({}, new Date());

let service: ScoringService;
let cases: SyntheticCase[];
let withheld: ReadonlySet<number> = new Set();

beforeAll(async () => {
  const next = seeded(77);
  cases = EVERYBODY.flatMap((tenant, at) =>
    Array.from({ length: 25 }, (_none, index) => randomCase(at * 100 + index + 1, tenant, 1, next)),
  );
  const places = EVERYBODY.map((number) => ({
    number,
    level: LEVELS[number] ?? 'COUNTY',
    ancestors: ABOVE[number] ?? [],
  }));
  service = await ScoringService.start({}, cases, places);
});
afterAll(() => service?.close());

/** Exactly these share nothing; all others share counts. */
async function withholding(...tenants: number[]): Promise<void> {
  for (const tenant of withheld) if (!tenants.includes(tenant)) await service.shared(tenant, 'COUNTS');
  for (const tenant of tenants) if (!withheld.has(tenant)) await service.shared(tenant, 'NONE');
  withheld = new Set(tenants);
}

const below = (root: number): number[] =>
  EVERYBODY.filter((tenant) => tenant === root || ABOVE[tenant]?.includes(root));

/** What a recount in memory gives over those whom the viewer may count. */
function recounted(viewer: number, root: number): Record<string, unknown> {
  const tenants = below(root).filter((tenant) => tenant === viewer || !withheld.has(tenant));
  const asked = METRICS.map((name) => ({ name, axis: 'RESULT', round: 'FINAL' }) as const);
  const rows = cases
    .filter(({ tenant }) => tenants.includes(tenant))
    .flatMap(({ tenant, read }) =>
      versionsOf(read, DEFAULT_ITEM_RULES)
        .versions.filter(({ validTo }) => validTo === 'infinity')
        .map(({ facts }) => ({ tenant, unitId: null, role: null, facts })),
    );
  if ('zh' in POPULATION) throw new Error(POPULATION.en);
  const tallies = recount(rows, POPULATION, asked);
  return Object.fromEntries(
    METRICS.map((name) => {
      const sums = tallies.flatMap((tally) => [...tally.sums].filter(([key]) => key.startsWith(name)));
      const numerator = sums.reduce((total, [, sum]) => total + sum.numerator, 0);
      return [name, tenants.length === 0 ? null : numerator];
    }),
  );
}

const ASKED = METRICS.map((name) => `${name}: metric(name: ${name}) { numerator reason }`).join(' ');
const figures = async (viewer: number, root: number, selection: string) => {
  const { data, errors } = await service.ask(
    somebodyIn(viewer),
    ofLocality(root, `figures(filter: {}) { ${selection} }`),
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities[0]?.figures;
};

async function counted(viewer: number, root: number): Promise<Record<string, unknown>> {
  const answer: Record<string, { numerator: number | null; reason: string | null }> = await figures(
    viewer,
    root,
    ASKED,
  );
  return Object.fromEntries(Object.entries(answer).map(([name, { numerator }]) => [name, numerator]));
}

describe.each<[string, number[]]>([
  ['nobody', []],
  ['a county', [411]],
  ['a city, but not its counties', [41]],
  ['a city and a county of another', [42, 411]],
  ['all of a city', [41, 411, 412]],
  ['a whole province but for one county', [4, 41, 42, 411, 412, 43]],
])('when %s shares nothing', (_name, those) => {
  beforeAll(() => withholding(...those));

  test('everybody above counts what a recount without them gives, and they themselves count everything of theirs', async () => {
    for (const viewer of EVERYBODY)
      for (const root of below(viewer))
        expect([viewer, root, await counted(viewer, root)]).toEqual([viewer, root, recounted(viewer, root)]);
  });

  test('a row is the figure of its place, and rows add up to the whole: no difference tells of anybody', async () => {
    const rows = `rollup(by: [CHILD], metrics: [RECEIVED], first: 100) { nodes { locality { id } ownOnly numerators } }`;
    for (const viewer of [1, 4, 41]) {
      const { rollup, RECEIVED } = await figures(viewer, viewer, `${rows} ${ASKED}`);
      const sum = rollup.nodes.reduce(
        (total: number, { numerators: [one] }: { numerators: number[] }) => total + (one ?? 0),
        0,
      );
      expect(sum).toBe(RECEIVED.numerator);
    }
    const byCounty = `rollup(by: [COUNTY], metrics: [RECEIVED], first: 100) { nodes { ownOnly numerators } }`;
    const { rollup, RECEIVED } = await figures(4, 4, `${byCounty} ${ASKED}`);
    const sum = rollup.nodes.reduce(
      (total: number, { numerators: [one] }: { numerators: number[] }) => total + (one ?? 0),
      0,
    );
    expect(sum).toBe(RECEIVED.numerator);
  });

  test('coverage names them', async () => {
    for (const viewer of [1, 4, 41]) {
      const { coverage } = await figures(
        viewer,
        viewer,
        'coverage { expected reporting missing { id } notShared { id } }',
      );
      const missed = below(viewer).filter((tenant) => tenant !== viewer && withheld.has(tenant));
      expect(coverage.notShared).toHaveLength(missed.length);
      expect(coverage.expected).toBe(below(viewer).length);
      expect(coverage.reporting).toBe(below(viewer).length - missed.length);
    }
  });

  test('the database shows nothing of them to anybody above', async () => {
    for (const table of [
      'case_fact',
      'case_fact_superseded',
      'cell',
      'cell_head',
      'cell_view',
      'cell_proof',
      'consumer_cursor',
      'trace',
    ]) {
      const rows = await service.database.app.transaction(
        { tenant: 1, tenants: [1], purpose: 'COUNTS', actor: null },
        'read',
        (tx) => tx.query<{ tenant: number }>(`SELECT DISTINCT tenant_id AS tenant FROM evaluation.${table}`),
      );
      expect(rows.filter(({ tenant }) => withheld.has(tenant))).toEqual([]);
      if (table === 'case_fact') expect(rows.length).toBe(EVERYBODY.length - withheld.size);
    }
  });
});

test('of who shares nothing there is no figure, and the reason is told instead of zero', async () => {
  await withholding(43);
  const told = `${ASKED} yearOnYear(name: RECEIVED) { current { numerator reason } difference reason } outcomes { count } handlingDays { items median within reason }`;
  const { RECEIVED, yearOnYear, outcomes, handlingDays } = await figures(4, 43, told);
  expect(RECEIVED).toEqual({
    numerator: null,
    reason: expect.stringMatching(/不向上级提供.*share no figures/),
  });
  expect(yearOnYear).toEqual({ current: RECEIVED, difference: null, reason: RECEIVED.reason });
  expect(outcomes).toEqual([]);
  expect(handlingDays).toEqual({ items: null, median: null, within: null, reason: RECEIVED.reason });
});

test('whatever changes at one who shares nothing changes no answer of anybody above, to the byte', async () => {
  await withholding(411);
  const everything = `${ASKED} rollup(by: [COUNTY, YEAR], metrics: [RECEIVED, REPLY_RATE], first: 100) { totalCount nodes { id: locality { id } year items numerators denominators } }
    outcomes { count } handlingDays { items median } coverage { expected reporting }`;
  const told = async () =>
    JSON.stringify(await Promise.all([1, 4, 41].map((each) => figures(each, each, everything))));
  const before = await told();
  const own = JSON.stringify(await counted(411, 411));
  const more = [randomCase(9001, 411, 500, seeded(3)), randomCase(9002, 411, 600, seeded(4))];
  await service.happened(more);
  cases.push(...more);
  expect(await told()).toBe(before);
  expect(JSON.stringify(await counted(411, 411))).not.toBe(own);
  expect(eventsOf(more).length).toBeGreaterThan(4);
});

test('what is shared again is counted again, the changes of meanwhile with it', async () => {
  await withholding();
  expect(await counted(1, 1)).toEqual(recounted(1, 1));
  expect(await counted(41, 41)).toEqual(recounted(41, 41));
});
