import { encodeLocalityId } from '@duban/kernel';
import { type Loop, openDatabase } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
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
import { type Wiring, wire } from '../wiring.js';
import { verifyCells } from './verify-cells.runtime.js';
import { remakeCells, verifyRollups } from './verify-rollups/verify-rollups.runtime.js';

const PLACES = [
  { number: 4, level: 'PROVINCE', ancestors: [] },
  { number: 41, level: 'CITY', ancestors: [4] },
  { number: 411, level: 'COUNTY', ancestors: [41, 4] },
  { number: 412, level: 'COUNTY', ancestors: [41, 4] },
];
const CASES = 30;
const { schema } = buildEvaluationSubgraph();
const next = seeded(29);

let database: EvaluationDatabase;
let wiring: Wiring;
let verifier: Loop | undefined;
const complaints: unknown[] = [];

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
  await database.record(
    eventsOf(
      [411, 412].flatMap((tenant, place) =>
        Array.from({ length: CASES }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
      ),
    ),
  );
  await atRest();
}, 90_000);

afterAll(async () => {
  await verifier?.stop();
  await wiring?.close();
  await database?.close();
});

type Proof = { equal: boolean | null; checkedAt: string | null; members: number; reason: string | null };

async function proofOf(number: number, filter = '{}', viewer = 4): Promise<Proof> {
  const source = `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(number)}" }]) { ... on Locality {
    figures(filter: ${filter}) { proof { equal checkedAt members reason } } } } }`;
  const contextValue = wiring.context({ viewer: somebodyIn(viewer), requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  await contextValue.close();
  if (errors) throw errors[0] as Error;
  return (data as { _entities: [{ figures: { proof: Proof } }] })._entities[0].figures.proof;
}

/** Changes a number of a cell behind everybody's back. */
const plant = async (tenant: number, part: 'OWN' | 'ALL', by: number): Promise<string> => {
  const [row] = await database.relay.transaction(
    { tenant, tenants: [tenant], purpose: 'RELAY', actor: null },
    'write',
    (tx) =>
      tx.query<{ key: string }>(
        `UPDATE evaluation.cell SET received_n = received_n + $3 WHERE tenant_id = $1 AND part = $2 AND key =
           (SELECT max(key) FROM evaluation.cell WHERE tenant_id = $1 AND part = $2 AND cube = 'PLAIN'
            AND effective_from = '0001-01-01' AND year = 2024) RETURNING key`,
        [tenant, part, by],
      ),
  );
  return row?.key ?? '';
};

const wrongPlaces = async () =>
  (await verifyRollups(database.relay, () => undefined)).flatMap(({ tenant, part, wrong }) =>
    wrong
      ? [
          {
            tenant,
            part,
            key: wrong.cell.key,
            column: wrong.column,
            off: Number(wrong.found) - Number(wrong.expected),
          },
        ]
      : [],
  );

/** Noon, and three in the morning, in Asia/Shanghai; long after the service's own verifier, who is about as well. */
const HOURS = [
  ['by day', '2099-06-03T04:00:00Z'],
  ['at night', '2099-06-03T19:00:00Z'],
] as const;

/** The verifier of a service, without its rests, at an hour. */
async function startVerifier(hour: string): Promise<void> {
  await verifier?.stop();
  complaints.length = 0;
  verifier = verifyCells({
    database: database.relay,
    log: { ...quiet, error: (said: unknown) => complaints.push(said) } as typeof quiet,
    now: () => new Date(hour),
    share: 1,
  });
}

describe('figures are proven', () => {
  test('once their cells have been recounted, with the number of cases that were', async () => {
    await startVerifier(HOURS[0][1]);
    await eventually(async () => (await proofOf(4)).members === 2 * CASES);
    const proof = await proofOf(4);
    expect(proof).toMatchObject({ equal: true, reason: null });
    expect(Date.now() - Date.parse(proof.checkedAt ?? '')).toBeLessThan(120_000);
    await eventually(async () => (await proofOf(411)).members === CASES);
    const parts = await Promise.all([2023, 2024].map((year) => proofOf(411, `{ year: ${year} }`)));
    const none = await proofOf(411, '{ year: 1999 }');
    expect(parts.every(({ equal, members }) => equal && members > 0 && members < CASES)).toBe(true);
    expect(none).toEqual({
      equal: null,
      checkedAt: null,
      members: 0,
      reason: expect.stringContaining('尚未核对'),
    });
    // By the tree as it was, nobody has moved: the same sums.
    expect(await proofOf(4, '{ tree: AS_IT_WAS }')).toMatchObject({ equal: true, members: 2 * CASES });
    expect(complaints).toEqual([]);
  });

  test('what was counted from the facts themselves needs no proof', async () => {
    for (const filter of ['{ from: "2023-02-01" }', '{ asOf: "2024-01-01T00:00:00Z" }'])
      expect(await proofOf(4, filter)).toMatchObject({
        equal: null,
        reason: expect.stringContaining('无需核对'),
      });
  });

  test('a locality knows nothing of the recounts of others', async () => {
    await expect(proofOf(41, '{}', 411)).rejects.toThrow();
    const seen = await wiring.database.transaction(
      { tenant: 411, tenants: [411], purpose: 'COUNTS', actor: null },
      'read',
      (tx) => tx.query('SELECT DISTINCT tenant_id FROM evaluation.cell_proof'),
    );
    expect(seen).toEqual([{ tenant_id: 411 }]);
  });
});

test('at night every place is recounted once, those without a case as well', async () => {
  await startVerifier(HOURS[1][1]);
  const audited = () =>
    database.relay.look<{ tenant: number }>(
      { tenant: 4, tenants: PLACES.map(({ number }) => number), purpose: 'RELAY', actor: null },
      `SELECT tenant_id AS tenant FROM evaluation.cell_audit WHERE part = 'OWN' AND checked_on = '2099-06-04' ORDER BY 1`,
    );
  await eventually(async () => (await audited()).length === PLACES.length);
});

describe('a wrong cell', () => {
  test.each(HOURS)(
    'is found %s, told once, and shown wherever figures are made of it',
    async (_when, hour) => {
      await startVerifier(hour);
      const key = await plant(411, 'OWN', 7);
      await eventually(async () => (await proofOf(411)).equal === false);
      await eventually(async () => (await proofOf(41)).equal === false && (await proofOf(4)).equal === false);
      expect((await proofOf(412)).equal).toBe(true);
      expect((await proofOf(411, '{ year: 2023 }')).equal).toBe(true);
      const told = complaints.filter((said) => (said as { tenant: number }).tenant === 411);
      expect(told).toMatchObject([{ part: 'OWN', cell: key, column: 'received_n' }]);
      await plant(411, 'OWN', -7);
      await eventually(async () => (await proofOf(411)).equal === true && (await proofOf(4)).equal === true);
    },
  );

  test('is looked for place by place, once, seeing nobody but those the place is made of', async () => {
    const seen: (readonly number[])[] = [];
    const told: string[] = [];
    // Connections of its own: the verifier, who never rests here, counts its statements elsewhere.
    const url = database.url('evaluation', 'relay');
    const relay = await openDatabase({ url, schema: 'evaluation', poolSize: 1, log: quiet });
    const watched: typeof relay = {
      ...relay,
      transaction: (scope, mode, work) => {
        seen.push(scope.tenants);
        return relay.transaction(scope, mode, work);
      },
    };
    const before = relay.counts().statements;
    await verifyRollups(watched, ({ tenant, part }, at, of) => told.push(`${at}/${of} ${part} ${tenant}`));
    const places = ['OWN 4', 'OWN 41', 'OWN 411', 'OWN 412', 'ALL 4', 'ALL 41'];
    expect(told).toEqual(places.map((place, at) => `${at + 1}/${places.length} ${place}`));
    expect(seen.map((tenants) => tenants.toSorted())).toEqual([
      ...[[4], [41], [411], [412]],
      ...[
        [4, 41, 411, 412],
        [41, 411, 412],
      ],
    ]);
    // A few for each place and each of its years, whoever else there is.
    expect(relay.counts().statements - before).toBeLessThan(places.length * (8 + 5 * 3));
    await relay.close();
  });

  test('is named by the recount of everything, and right again once its cells are made anew', async () => {
    expect(await wrongPlaces()).toEqual([]);
    const own = await plant(412, 'OWN', 3);
    const sum = await plant(4, 'ALL', 11);
    // 41 was made before the own cell became wrong: what it is recounted from is wrong, and it says so.
    expect(await wrongPlaces()).toEqual([
      { tenant: 412, part: 'OWN', key: own, column: 'received_n', off: 3 },
      { tenant: 4, part: 'ALL', key: expect.any(String), column: 'received_n', off: expect.any(Number) },
      { tenant: 41, part: 'ALL', key: own, column: 'received_n', off: -3 },
    ]);
    await remakeCells(database.relay, { tenant: 412, part: 'OWN' });
    await remakeCells(database.relay, { tenant: 4, part: 'ALL' });
    await atRest();
    expect(await wrongPlaces()).toEqual([]);
    expect(sum).not.toBe('');
    await eventually(async () => (await proofOf(4)).equal === true && (await proofOf(412)).equal === true);
  });
});
