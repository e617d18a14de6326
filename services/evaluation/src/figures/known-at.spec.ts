import { setTimeout as sleep } from 'node:timers/promises';
import { encodeId, encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { versionsOf } from '../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../facts/item-rules.js';
import { buildEvaluationSubgraph } from '../subgraph.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
  somebodyIn,
} from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { OTHER_UNIT, UNIT } from '../testing/synthetic-case.js';
import { type Wiring, wire } from '../wiring.js';

const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: 4, level: 'PROVINCE', ancestors: [1] },
  { number: 41, level: 'CITY', ancestors: [4, 1] },
  { number: 42, level: 'CITY', ancestors: [4, 1] },
  { number: 411, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 421, level: 'COUNTY', ancestors: [42, 4, 1] },
];
const { schema } = buildEvaluationSubgraph();
const next = seeded(29);
const cases = [4, 41, 411, 421].flatMap((tenant, place) =>
  Array.from({ length: 20 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
);
/** In the order in which people would enter them: cases mixed, and a third of all events late. */
const events = eventsOf(cases).map((event) => ({ event, late: next(3) === 0 }));

let database: EvaluationDatabase;
let wiring: Wiring;

const atRest = (): Promise<void> =>
  eventually(async () => {
    for (const consumer of wiring.consumers) if (!(await consumer.caughtUp())) return false;
    return true;
  });

beforeAll(async () => {
  database = await evaluationDatabase();
  await database.register(PLACES);
  wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    log: quiet,
  });
});

afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

async function ask(source: string) {
  const contextValue = wiring.context({ viewer: somebodyIn(4), requestId: 'test' });
  const result = await graphql({ schema, source, contextValue });
  await contextValue.close();
  return JSON.stringify(result);
}

const METRICS = '[RECEIVED, REPLY_RATE, ON_TIME_RATE, SATISFACTION_STRICT, OVERDUE_OPEN]';

/** Everything that one question of a province may be answered with, as text. */
const answerTo = (filter: string, view = 'AS_IT_IS'): Promise<string> =>
  ask(`{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(4)}" }]) { ... on Locality {
    figures(filter: { tree: ${view}, ${filter} }) {
      received: metric(name: RECEIVED) { numerator }
      rate: metric(name: REPLY_RATE) { numerator denominator display }
      outcomes { outcomes count denominator }
      handlingDays { items median within mean }
      coverage { expected reporting missing { id } }
      cities: rollup(by: [CITY, YEAR], metrics: ${METRICS.replace('RECEIVED, ', '')}) { nodes { locality { id } ownOnly year items numerators denominators handlingDays { items median within } } } } } } }`);

/** The same of two units of the province itself: case by case their own part. */
const UNIT_IDS = [UNIT, OTHER_UNIT].map((id) => encodeId({ kind: 'unit', tenant: 4, id }));
const answerOfUnits = (filter: string): Promise<string> =>
  ask(`{ _entities(representations: [${UNIT_IDS.map((id) => `{ __typename: "Unit", id: "${id}" }`)}]) { ... on Unit {
    figures(filter: { ${filter} }) {
      handed: metric(name: HANDED_OVER_COUNT) { numerator }
      rate: metric(name: REPLY_RATE) { numerator denominator display }
      onTime: metric(name: ON_TIME_RATE) { numerator denominator }
      satisfied: metric(name: SATISFACTION_STRICT) { numerator denominator }
      outcomes { outcomes count denominator } } } } }`);

const handedIn = (answer: string): number =>
  JSON.parse(answer).data._entities.reduce(
    (sum: number, { figures }: { figures: { handed: { numerator: number } } }) =>
      sum + figures.handed.numerator,
    0,
  );

const receivedIn = (answer: string): number =>
  JSON.parse(answer).data._entities[0].figures.received.numerator;

const now = async (): Promise<string> => {
  // What is recorded in the same millisecond is known at it.
  await sleep(20);
  const instant = new Date().toISOString();
  await sleep(20);
  return instant;
};

describe('what was known at an instant', () => {
  const AS_OF = ['2023-06-30T15:59:59.999Z', '2024-04-15T00:00:00.000Z'];
  const published: { readonly filter: string; readonly view: string; readonly answer: string }[] = [];
  const ofUnits: { readonly filter: string; readonly answer: string }[] = [];

  const publish = async (): Promise<void> => {
    const knownAt = await now();
    for (const asOf of [null, ...AS_OF])
      for (const view of ['AS_IT_IS', 'AS_IT_WAS']) {
        const filter = `knownAt: "${knownAt}"${asOf ? `, asOf: "${asOf}"` : ''}`;
        published.push({ filter, view, answer: await answerTo(filter, view) });
      }
    for (const asOf of [null, ...AS_OF]) {
      const filter = `knownAt: "${knownAt}"${asOf ? `, asOf: "${asOf}"` : ''}`;
      ofUnits.push({ filter, answer: await answerOfUnits(filter) });
    }
  };

  test('a published figure asked again gives the same bytes, whatever is recorded of the past afterwards', async () => {
    await database.record(events.filter(({ late }) => !late).map(({ event }) => event));
    await atRest();
    await publish();
    for (let portion = 0; portion < 3; portion++) {
      const late = events.filter(({ late: isLate }, index) => isLate && index % 3 === portion);
      await database.record(late.map(({ event }) => event));
      // The tree is corrected as well: the county had moved long before anybody said so.
      if (portion === 1)
        await database.say([
          {
            tenant: 411,
            type: 'locality.attached',
            payload: {
              number: 411,
              parent: 42,
              validFrom: '2020-01-01',
              validTo: null,
              ancestors: [
                { number: 42, depth: 1 },
                { number: 4, depth: 2 },
                { number: 1, depth: 3 },
              ],
            },
          },
        ]);
      await atRest();
      await publish();
    }
    for (const { filter, view, answer } of published)
      expect([filter, view, await answerTo(filter, view)]).toEqual([filter, view, answer]);
    const answers = published.flatMap(({ view, answer }) => (view === 'AS_IT_IS' ? [answer] : []));
    expect(new Set(answers).size).toBe(4 * 3);
    expect(answers.some((answer) => answer.includes('errors'))).toBe(false);
  });

  test('so do published figures of units, each of its own part of the cases', async () => {
    for (const { filter, answer } of ofUnits)
      expect([filter, await answerOfUnits(filter)]).toEqual([filter, answer]);
    expect(ofUnits.some(({ answer }) => answer.includes('errors'))).toBe(false);
    // Every portion of late events changed them, and the last answers are those of today.
    expect(new Set(ofUnits.map(({ answer }) => answer)).size).toBeGreaterThan(3 * 3);
    expect(handedIn(ofUnits[0]?.answer ?? '')).toBeLessThan(handedIn(await answerOfUnits('')));
  });

  test('what units were counted by then is what the events recorded by then give', async () => {
    const onTime = new Set(events.filter(({ late }) => !late).map(({ event }) => event));
    const handed = cases
      .filter(({ tenant }) => tenant === 4)
      .flatMap(({ events: own, read }) =>
        versionsOf(
          read.filter((_event, index) => onTime.has(own[index] as (typeof own)[number])),
          DEFAULT_ITEM_RULES,
        ).assignments.filter(
          ({ latest, validTo, role, facts }) =>
            latest && validTo === 'infinity' && role !== 'CO' && facts.handedOverOn && !facts.withdrawnOn,
        ),
      );
    expect(handedIn(ofUnits[0]?.answer ?? '')).toBe(handed.length);
  });

  test('as known now it is what is counted now, at every instant', async () => {
    const knownAt = await now();
    for (const asOf of AS_OF) {
      expect(await answerTo(`knownAt: "${knownAt}", asOf: "${asOf}"`)).toBe(
        await answerTo(`asOf: "${asOf}"`),
      );
      expect(await answerOfUnits(`knownAt: "${knownAt}", asOf: "${asOf}"`)).toBe(
        await answerOfUnits(`asOf: "${asOf}"`),
      );
    }
    expect(await answerOfUnits(`knownAt: "${knownAt}"`)).toBe(await answerOfUnits(''));
    expect(await answerTo(`knownAt: "${knownAt}"`)).toBe(await answerTo(''));
  });

  test('what was counted then is what the events recorded by then give', async () => {
    const onTime = events.filter(({ late }) => !late).map(({ event }) => event);
    const submitted = cases.filter(({ events: own, read }) => {
      const heard = read.filter((_event, index) => onTime.includes(own[index] as (typeof own)[number]));
      return versionsOf(heard, DEFAULT_ITEM_RULES).versions.length > 0;
    });
    expect(receivedIn(published[0]?.answer ?? '')).toBe(submitted.length);
    expect(receivedIn(await answerTo(''))).toBe(cases.length);
    expect(submitted.length).toBeLessThan(cases.length);
  });

  test('before anything was recorded nothing was known; the future is refused', async () => {
    expect(receivedIn(await answerTo('knownAt: "2020-01-01T00:00:00.000Z"'))).toBe(0);
    expect(await answerTo('knownAt: "2999-01-01T00:00:00.000Z"')).toMatch(/知悉时点.*knownAt.*future/);
    expect(handedIn(await answerOfUnits('knownAt: "2020-01-01T00:00:00.000Z"'))).toBe(0);
    expect(await answerOfUnits('knownAt: "2999-01-01T00:00:00.000Z"')).toMatch(/知悉时点.*knownAt.*future/);
  });
});
