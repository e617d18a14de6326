import { encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFilter } from '../../figures/figure-filter.js';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { randomCase, seeded } from '../../testing/random-case.js';
import { ofLocality, ScoringService } from '../../testing/scoring-service.js';
import { priceOfDays, readRollup } from '../rollup-question.js';

/** A province with two cities, one with two counties. */
const ABOVE: Readonly<Record<number, readonly number[]>> = {
  1: [],
  4: [1],
  41: [4, 1],
  42: [4, 1],
  411: [41, 4, 1],
  412: [41, 4, 1],
};
const LEVELS: Readonly<Record<number, string>> = { 1: 'NATION', 4: 'PROVINCE', 41: 'CITY', 42: 'CITY' };
const PLACES = Object.entries(ABOVE).map(([number, ancestors]) => ({
  number: Number(number),
  level: LEVELS[Number(number)] ?? 'COUNTY',
  ancestors,
}));
const analyst = somebodyIn(4);
let service: ScoringService;

beforeAll(async () => {
  const next = seeded(41);
  const cases = [4, 41, 42, 411, 412].flatMap((tenant, place) =>
    Array.from({ length: 50 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
  );
  service = await ScoringService.start({}, cases, PLACES);
});
afterAll(() => service?.close());

const DAYS = 'handlingDays(percentile: 80) { items median within mean least most reason }';
type Row = Readonly<Record<string, string | number | boolean | null>> & {
  readonly locality: { readonly id: string } | null;
  readonly ownOnly: boolean;
  readonly handlingDays: { readonly items: number | null };
};

const asked = (root: number, selection: string, filter: string) =>
  service.ask(analyst, ofLocality(root, `figures(filter: { ${filter} }) { ${selection} }`));

async function figures(root: number, selection: string, filter = '') {
  const { data, errors } = await asked(root, selection, filter);
  expect(errors).toBeUndefined();
  return data._entities[0].figures;
}

const KEYS = ['year', 'kind', 'period', 'system'] as const;
const KEY_FIELDS = `locality { id } ownOnly ${KEYS.join(' ')}`;
const rowsOf = async (by: readonly string[], filter = '', root = 4): Promise<Row[]> =>
  (
    await figures(
      root,
      `rollup(by: [${by}], metrics: [REPLY_RATE], first: 1000) { nodes { ${KEY_FIELDS} ${DAYS} } }`,
      filter,
    )
  ).rollup.nodes;

/** The filter that asks for one row alone; null where a filter cannot: items without the key. */
function filterOf(row: Row, by: readonly string[]): string | null {
  const parts = by
    .filter((name) => !['CHILD', 'CITY', 'COUNTY'].includes(name))
    .map((name) => {
      const key = name.toLowerCase();
      const value = row[key];
      return value === null ? null : `${key}: ${value}`;
    });
  return parts.includes(null) ? null : [...parts, row.ownOnly ? 'subtree: false' : ''].join(' ');
}

describe('days of the rows of a breakdown', () => {
  const breakdown = fc.record({
    place: fc.option(fc.constantFrom('CHILD', 'CITY', 'COUNTY')),
    keys: fc.uniqueArray(fc.constantFrom(...KEYS.map((key) => key.toUpperCase())), { maxLength: 2 }),
    filter: fc.constantFrom('', 'from: "2023-02-01", to: "2024-02-20"', 'tree: AS_IT_WAS', 'keyOnly: true'),
  });

  test('are those of the filter of each row, asked alone', async () => {
    const numberOf = new Map(PLACES.map(({ number }) => [encodeLocalityId(number), number]));
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(breakdown, async ({ place, keys, filter }) => {
        const by = [...(place ? [place] : []), ...keys];
        if (by.length === 0) return;
        for (const row of await rowsOf(by, filter)) {
          const own = filterOf(row, by);
          if (own === null) continue;
          const root = numberOf.get(row.locality?.id ?? encodeLocalityId(4)) ?? 4;
          const { handlingDays } = await figures(root, DAYS, `${filter} ${own}`);
          expect([by, filter, own, row.handlingDays]).toEqual([by, filter, own, handlingDays]);
          if (handlingDays.items > 1) compared += 1;
        }
      }),
      { numRuns: 20 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  test('items of all rows are those that the reply rate counts, of each row and of the whole', async () => {
    for (const by of [['MONTH'], ['OUTCOME'], ['COUNTY', 'SATISFACTION'], ['SYSTEM', 'CATEGORY', 'YEAR']]) {
      const { rollup } = await figures(
        4,
        `rollup(by: [${by}], metrics: [REPLY_RATE], first: 1000) { nodes { numerators ${DAYS} } }`,
      );
      expect(rollup.nodes.length).toBeGreaterThan(2);
      for (const { numerators, handlingDays } of rollup.nodes)
        expect([by, handlingDays.items]).toEqual([by, numerators[0]]);
    }
  });

  test('cost one statement, however many rows ask and how often', async () => {
    const cost = (by: string, selection: string): Promise<number> =>
      service.statements(() =>
        figures(4, `rollup(by: [${by}], metrics: [REPLY_RATE], first: 1000) { nodes { ${selection} } }`),
      );
    const twice = `ownOnly half: handlingDays(percentile: 50) { within } ${DAYS}`;
    for (const by of ['CHILD', 'COUNTY, YEAR, CATEGORY']) await cost(by, twice);
    for (const by of ['CHILD', 'COUNTY, YEAR, CATEGORY'])
      expect([by, (await cost(by, twice)) - (await cost(by, 'ownOnly'))]).toEqual([by, 1]);
  });

  test('are part of the price: the rows alone may be asked for where their days are too dear, and nothing of the days is counted', async () => {
    const rows = (more: string) =>
      `rollup(by: [YEAR, MONTH, CATEGORY, OUTCOME], metrics: [REPLY_RATE], first: 1000) { totalCount nodes { ownOnly ${more} } }`;
    const alone = await service.statements(async () => {
      const { data } = await asked(4, rows(''), '');
      expect(data._entities[0].figures.rollup.totalCount).toBeGreaterThan(10);
    });
    const withDays = await service.statements(async () => {
      const { errors } = await asked(4, rows(DAYS), '');
      // Five localities with six classes each, ten years, 24 months, ten categories, thirty days.
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({
          code: 'TOO_EXPENSIVE',
          messageEn: expect.stringContaining('would cost 2160000; the limit is 1000000'),
        }),
      ]);
    });
    expect(withDays).toBe(alone);
  });

  test('are cheap where rows are few, however many localities they are made of', async () => {
    const question = readRollup({
      by: ['PROVINCE', 'KIND'],
      metrics: ['REPLY_RATE'],
      axis: 'RESULT',
      round: 'FINAL',
    });
    const population = readFilter({ year: 2024 }, new Date());
    if ('zh' in question || 'zh' in population) throw new Error('it is a question');
    expect(priceOfDays(question, { rows: 32, localities: 3_222 }, population)).toBe(32 * 2 * 30);
  });

  test('a percentile that is none is refused; of who shares nothing there is no row', async () => {
    const { errors } = await asked(
      4,
      'rollup(by: [CHILD], metrics: [REPLY_RATE]) { nodes { handlingDays(percentile: 0) { within } } }',
      '',
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const before = await rowsOf(['COUNTY']);
    await service.shared(412, 'NONE');
    const after = await rowsOf(['COUNTY']);
    expect(after).toEqual(before.filter(({ locality }) => locality?.id !== encodeLocalityId(412)));
    await service.shared(412, 'COUNTS');
  });
});
