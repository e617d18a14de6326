import type { RecordedEvent } from '@duban/kernel';
import type { Scope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
} from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { type Wiring, wire } from '../wiring.js';
import { cellStore } from './cell.store.typeorm.js';
import { checkOwnCells, checkViewCells } from './cell-check.read.js';

/** A nation, two provinces, cities and counties below them. */
const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: 4, level: 'PROVINCE', ancestors: [1] },
  { number: 5, level: 'PROVINCE', ancestors: [1] },
  { number: 41, level: 'CITY', ancestors: [4, 1] },
  { number: 51, level: 'CITY', ancestors: [5, 1] },
  { number: 411, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 412, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 511, level: 'COUNTY', ancestors: [51, 5, 1] },
];
const EVERYBODY = PLACES.map(({ number }) => number);
const INNER = [1, 4, 5, 41, 51];

let database: EvaluationDatabase;
const wirings: Wiring[] = [];

const start = async (): Promise<Wiring> => {
  const wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    log: quiet,
  });
  wirings.push(wiring);
  return wiring;
};

const atRest = (): Promise<void> =>
  eventually(async () => {
    for (const { consumers } of wirings)
      for (const consumer of consumers) if (!(await consumer.caughtUp())) return false;
    return true;
  });

const relay = (tenant: number): Scope => ({ tenant, tenants: EVERYBODY, purpose: 'RELAY', actor: null });

const checkOwn = (tenant: number) =>
  database.relay.transaction(relay(tenant), 'read', (tx) => checkOwnCells(tx));
const checkView = async (tenant: number) => {
  const check = await database.relay.transaction(relay(tenant), 'read', (tx) => checkViewCells(tx));
  if (!check) throw new Error(`the cells of ${tenant} are being made`);
  return check;
};

/** All cells of a locality as text. */
const cellsIn = (tenant: number, part: string): Promise<string[]> =>
  database.relay.transaction(relay(tenant), 'read', async (tx) =>
    (
      await tx.query<{ cell: string }>(
        'SELECT (cell.*)::text AS cell FROM evaluation.cell WHERE tenant_id = $1 AND part = $2 ORDER BY cube, key',
        [tenant, part],
      )
    ).map(({ cell }) => cell),
  );

async function expectAllRight(): Promise<void> {
  for (const tenant of EVERYBODY) expect([tenant, (await checkOwn(tenant)).wrong]).toEqual([tenant, null]);
  for (const tenant of INNER) expect([tenant, (await checkView(tenant)).wrong]).toEqual([tenant, null]);
}

const CASES = 25;
const next = seeded(17);
const cases = [4, 41, 411, 412, 51, 511].flatMap((tenant, place) =>
  Array.from({ length: CASES }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
);
const all = eventsOf(cases);

beforeAll(async () => {
  database = await evaluationDatabase();
  await database.register(PLACES);
});

afterAll(async () => {
  for (const wiring of wirings) await wiring.close();
  await database?.close();
});

/** Events in a few portions, out of order, as several people at once would record them. */
const portions = (events: readonly RecordedEvent[], size: number): RecordedEvent[][] => {
  const shuffled = [...events].sort(() => next(3) - 1);
  return Array.from({ length: Math.ceil(shuffled.length / size) }, (_none, at) =>
    shuffled.slice(at * size, (at + 1) * size),
  );
};

describe('cells', () => {
  test('two processes fold at once, events come out of order: every cell is what a recount gives', async () => {
    await Promise.all([start(), start()]);
    for (const portion of portions(all, 150)) await database.record(portion);
    await atRest();
    await expectAllRight();
    expect((await checkView(1)).members).toBe(cases.length);
    expect((await checkView(4)).members).toBe(4 * CASES);
    expect((await checkView(51)).members).toBe(2 * CASES);
  });

  test('made from nothing they are the same, byte for byte', async () => {
    const before = await Promise.all([cellsIn(411, 'OWN'), cellsIn(41, 'ALL'), cellsIn(1, 'ALL')]);
    for (const tenant of EVERYBODY)
      await database.relay.transaction(relay(tenant), 'write', (tx) => cellStore(tx).rebuild());
    await atRest();
    await expectAllRight();
    expect(await Promise.all([cellsIn(411, 'OWN'), cellsIn(41, 'ALL'), cellsIn(1, 'ALL')])).toEqual(before);
    expect(before[0]?.length).toBeGreaterThan(20);
  });

  test('changes are forgotten once everybody above has taken them over', async () => {
    for (const portion of portions(eventsOf([randomCase(900, 411, 1, next)]), 2)) {
      await database.record(portion);
      await atRest();
    }
    const [row] = await database.relay.transaction(relay(411), 'read', (tx) =>
      tx.query<{ kept: number }>(
        'SELECT count(DISTINCT position)::int AS kept FROM evaluation.cell_change WHERE tenant_id = 411',
      ),
    );
    expect(row?.kept).toBeLessThanOrEqual(2);
    await expectAllRight();
  });

  test('a county that moves takes its whole sum along, from its old city and province to the new ones', async () => {
    const [city, otherCity] = [await checkView(41), await checkView(51)];
    const { members } = await checkOwn(412);
    await database.register([{ number: 412, level: 'COUNTY', ancestors: [51, 5, 1], from: '2026-01-01' }]);
    await database.record(eventsOf([randomCase(950, 412, 1, next)]));
    await atRest();
    await expectAllRight();
    expect((await checkView(41)).members).toBe(city.members - members);
    expect((await checkView(51)).members).toBe(otherCity.members + members + 1);
    const [province, otherProvince, nation] = await Promise.all([checkView(4), checkView(5), checkView(1)]);
    expect(nation.members).toBe(province.members + otherProvince.members);
  });

  test('a planted wrong cell is found and named, in own cells and in sums', async () => {
    const plant = (tenant: number, part: string, by: number) =>
      database.relay.transaction(relay(tenant), 'write', (tx) =>
        tx.query<{ key: string }>(
          `UPDATE evaluation.cell SET reply_rate_d = reply_rate_d + $3 WHERE tenant_id = $1 AND part = $2 AND key =
             (SELECT max(key) FROM evaluation.cell WHERE tenant_id = $1 AND part = $2) RETURNING key`,
          [tenant, part, by],
        ),
      );
    const [own] = await plant(411, 'OWN', 1);
    expect((await checkOwn(411)).wrong?.key).toBe(own?.key);
    expect((await checkView(41)).wrong).not.toBeNull();
    await plant(411, 'OWN', -1);
    const [sum] = await plant(5, 'ALL', 3);
    expect((await checkView(5)).wrong?.key).toBe(sum?.key);
    await plant(5, 'ALL', -3);
    await expectAllRight();
  });
});
