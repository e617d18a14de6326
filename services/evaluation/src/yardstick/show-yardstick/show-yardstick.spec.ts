import { encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { randomCase, seeded } from '../../testing/random-case.js';
import { fileOf } from '../../testing/scoring.kit.js';
import { type Answer, ofLocality, ScoringService } from '../../testing/scoring-service.js';
import { caseIdOf, SyntheticCase } from '../../testing/synthetic-case.js';

const YARDSTICK = fileOf('base/scoring-presets/yardstick.yaml');
const [PROVINCE, CITY, ONE, TWO, SMALL, FOREIGN] = [4, 41, 411, 412, 413, 59];
const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: PROVINCE, level: 'PROVINCE', ancestors: [1] },
  { number: CITY, level: 'CITY', ancestors: [PROVINCE, 1] },
  ...[ONE, TWO, SMALL].map((number) => ({ number, level: 'COUNTY', ancestors: [CITY, PROVINCE, 1] })),
  { number: FOREIGN, level: 'COUNTY', ancestors: [1] },
];

/** Sheets that ask for more than figures can tell. */
const WITH_A_CONDITION = YARDSTICK.replace(
  'measure: { kind: METRIC, metric: CONTACT_RATE }',
  'measure: { kind: SHARE, that: item.contacted }',
);
const OF_UNITS = YARDSTICK.replace('subject: LOCALITY', 'subject: UNIT');
const OF_KEY_ITEMS = YARDSTICK.replace(
  'maximum: 100',
  'maximum: 100\n    population: { tiers: [TOP_LEADER] }',
);
const OF_SUGGESTIONS = YARDSTICK.replace(
  'maximum: 100',
  'maximum: 100\n    population: { kinds: [NPC_SUGGESTION] }',
);

let service: ScoringService;
beforeAll(async () => {
  const next = seeded(11);
  const many = [CITY, ONE, TWO, FOREIGN].flatMap((tenant, place) =>
    Array.from({ length: 80 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
  );
  const single = new SyntheticCase(caseIdOf(900), SMALL, 1).submitted('2024-01-10').docketed('2024-01-15', {
    year: 2024,
  });
  service = await ScoringService.start(
    {
      [PROVINCE]: YARDSTICK,
      [CITY]: OF_SUGGESTIONS,
      [ONE]: YARDSTICK,
      [TWO]: WITH_A_CONDITION,
      [SMALL]: OF_UNITS,
      [FOREIGN]: OF_KEY_ITEMS,
    },
    [...many, single],
    PLACES,
  );
});
afterAll(() => service?.close());

const ROW = `locality { id } cases total notAssessed rank rankedOf grade
  lines { indicator name weight worth missing numerator denominator value points }`;
const ask = (viewer: number, root: number, args: string): Promise<Answer> =>
  service.ask(
    somebodyIn(viewer),
    ofLocality(root, `yardstick(sheet: "yardstick", year: 2024, ${args}) { totalCount nodes { ${ROW} } }`),
  );
const rowsOf = async (viewer: number, root: number, args = 'by: COUNTY') => {
  const { data, errors } = await ask(viewer, root, args);
  expect(errors).toBeUndefined();
  return data._entities[0].yardstick.nodes;
};
const idOf = (number: number) => encodeLocalityId(number);

describe('one sheet for every locality below', () => {
  test('gives each what it would have by the same sheet over its own cases', async () => {
    const rows = await rowsOf(PROVINCE, PROVINCE);
    const own = `score(sheet: "yardstick", year: 2024) { cases total notAssessed grade
      lines { indicator name weight worth missing numerator denominator value points } }`;
    const { data } = await service.ask(somebodyIn(ONE), ofLocality(ONE, own));
    const { score } = data._entities[0];
    expect(Number(score.total)).toBeGreaterThan(0);
    expect(
      rows.find(({ locality }: { locality: object }) => idOf(ONE) === (locality as { id: string }).id),
    ).toMatchObject(score);
  });

  test('ranks those with enough cases, the best first, and gives a small one a score without a rank', async () => {
    const rows = await rowsOf(PROVINCE, PROVINCE);
    expect(rows.map(({ rank, rankedOf }: { rank: number; rankedOf: number }) => [rank, rankedOf])).toEqual([
      [1, 2],
      [2, 2],
      [null, 0],
    ]);
    expect(Number(rows[0].total)).toBeGreaterThanOrEqual(Number(rows[1].total));
    expect(rows[2]).toMatchObject({ locality: { id: idOf(SMALL) }, cases: 1 });
  });

  test('is asked of any level; what lies below a locality counts with it', async () => {
    const [city, ...others] = await rowsOf(PROVINCE, PROVINCE, 'by: CITY');
    const counties = await rowsOf(PROVINCE, PROVINCE);
    expect(others).toEqual([]);
    expect(city.locality).toEqual({ id: idOf(CITY) });
    const below = counties.reduce((sum: number, { cases }: { cases: number }) => sum + cases, 0);
    expect(city.cases).toBeGreaterThan(below);
  });

  test('goes by the part of the cases that the sheet names', async () => {
    const all = await rowsOf(PROVINCE, CITY);
    const suggestions = await rowsOf(CITY, CITY);
    const casesOf = (rows: { locality: { id: string }; cases: number }[]) =>
      rows.find(({ locality }) => locality.id === idOf(ONE))?.cases ?? 0;
    expect(casesOf(suggestions)).toBeGreaterThan(0);
    expect(casesOf(suggestions)).toBeLessThan(casesOf(all));
  });

  test('takes the same number of statements for one locality as for all', async () => {
    const one = await service.statements(() => rowsOf(ONE, ONE, 'by: COUNTY'));
    const all = await service.statements(() => rowsOf(PROVINCE, PROVINCE));
    expect(all).toBe(one);
  });
});

describe('what is refused', () => {
  test.each([
    ['a place above', ONE, CITY, 'NOT_GRANTED'],
    ['an indicator with a condition over cases', TWO, TWO, 'indicators.contact'],
    ['a sheet about units', SMALL, SMALL, 'subject'],
    ['a population that figures do not have', FOREIGN, FOREIGN, 'population'],
  ])('%s', async (_what, viewer, root, told) => {
    const { errors } = await ask(viewer, root, 'by: COUNTY');
    const [error] = errors ?? [];
    expect(`${error?.extensions.code} ${error?.message}`).toContain(told);
  });

  test('a place that is not below is answered as if it were not there', async () => {
    const { data } = await ask(PROVINCE, FOREIGN, 'by: COUNTY');
    expect(data).toEqual({ _entities: [null] });
  });

  test('a sheet that is not there, and a year that cannot be', async () => {
    const asked = (args: string) =>
      service.ask(somebodyIn(PROVINCE), ofLocality(PROVINCE, `yardstick(${args}) { totalCount }`));
    for (const args of ['sheet: "none", year: 2024', 'sheet: "yardstick", year: 1']) {
      const { errors } = await asked(args);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
