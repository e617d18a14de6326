import { encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { versionsOf } from '../../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../../facts/item-rules.js';
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
import { type Wiring, wire } from '../../wiring.js';
import { summaryOf } from './day-counts.js';

/** The same by putting everybody in a row. */
function inARow(days: readonly number[], percentile: number) {
  const row = [...days].sort((a, b) => a - b);
  const half = row.length / 2;
  const median = row.length % 2 ? row[Math.floor(half)] : ((row[half - 1] ?? 0) + (row[half] ?? 0)) / 2;
  const within = row.find((_days, index) => (index + 1) * 100 >= row.length * percentile);
  return { median: String(median), within, least: row[0], most: row.at(-1) };
}

const counted = (days: readonly number[]): Map<number, number> =>
  new Map([...Map.groupBy(days, (each) => each)].map(([each, all]) => [each, all.length]));

describe('days of many items', () => {
  test('are summed up as if everybody stood in a row', () => {
    const days = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 100 }), (all, percentile) => {
        const { median, within, least, most, items } = summaryOf(counted(all), percentile);
        expect({ median, within, least, most }).toEqual(inARow(all, percentile));
        expect(items).toBe(all.length);
      }),
    );
  });

  test('of none there is nothing to say; the mean is rounded', () => {
    expect(summaryOf(new Map(), 90)).toEqual({
      items: 0,
      median: null,
      within: null,
      mean: null,
      least: null,
      most: null,
      reason: expect.stringContaining('已答复的件'),
    });
    expect(summaryOf(counted([0, 1, 1]), 50)).toMatchObject({ median: '1', mean: '0.7', within: 1 });
  });
});

describe('days in the graph', () => {
  const PLACES = [
    { number: 1, level: 'NATION', ancestors: [] },
    { number: 4, level: 'PROVINCE', ancestors: [1] },
    { number: 41, level: 'CITY', ancestors: [4, 1] },
    { number: 411, level: 'COUNTY', ancestors: [41, 4, 1] },
  ];
  const next = seeded(3);
  const cases = [4, 41, 411].flatMap((tenant, place) =>
    Array.from({ length: 40 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
  );
  const { schema } = buildEvaluationSubgraph();
  let database: EvaluationDatabase;
  let wiring: Wiring;

  beforeAll(async () => {
    database = await evaluationDatabase();
    await database.register(PLACES);
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

  async function ask(filter: string, percentile = 80) {
    const contextValue = wiring.context({ viewer: somebodyIn(4), requestId: 'test' });
    const source = `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(4)}" }]) { ... on Locality {
      figures(filter: ${filter}) { handlingDays(percentile: ${percentile}) { items median within mean least most } metric(name: REPLY_RATE) { numerator } } } } }`;
    const result = await graphql({ schema, source, contextValue });
    await contextValue.close();
    return JSON.parse(JSON.stringify(result));
  }

  test.each(['{}', '{ year: 2024 }', '{ from: "2023-02-01", to: "2023-02-20" }', '{ tree: AS_IT_WAS }'])(
    'a province’s are those of all items below it, put in a row, filter %s',
    async (filter) => {
      const { data, errors } = await ask(filter);
      expect(errors).toBeUndefined();
      const { handlingDays, metric } = data._entities[0].figures;
      const year = /year: (\d+)/.exec(filter)?.[1];
      const window = /from: "(.*?)", to: "(.*?)"/.exec(filter);
      const days = cases.flatMap(({ read }) => {
        const { facts } = versionsOf(read, DEFAULT_ITEM_RULES).versions.at(-1) ?? {};
        if (!facts?.repliedOn || !facts.handedOverOn || facts.withdrawnOn || facts.mergedOn) return [];
        if (year && facts.year !== Number(year)) return [];
        if (window && (facts.handedOverOn < (window[1] ?? '') || facts.handedOverOn > (window[2] ?? '')))
          return [];
        return [(Date.parse(facts.repliedOn) - Date.parse(facts.handedOverOn)) / 86_400_000];
      });
      expect(days.length).toBeGreaterThan(5);
      expect(handlingDays).toMatchObject({ ...inARow(days, 80), items: days.length });
      expect(metric.numerator).toBe(days.length);
    },
  );

  test('a percentile that is none is refused', async () => {
    for (const percentile of [0, 101])
      expect((await ask('{}', percentile)).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});
