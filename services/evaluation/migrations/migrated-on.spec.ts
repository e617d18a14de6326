import { throwawayDatabase } from '@duban/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { verifyRollups } from '../src/proof/verify-rollups/verify-rollups.runtime.js';
import {
  type EvaluationDatabase,
  evaluationDatabaseOn,
  eventsOf,
  eventually,
  quiet,
} from '../src/testing/evaluation-database.js';
import { randomCase, seeded } from '../src/testing/random-case.js';
import { OTHER_UNIT, UNIT } from '../src/testing/synthetic-case.js';
import { type Wiring, wire } from '../src/wiring.js';
import { migrations } from './index.js';

const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: 4, level: 'PROVINCE', ancestors: [1] },
  { number: 41, level: 'CITY', ancestors: [4, 1] },
  { number: 411, level: 'COUNTY', ancestors: [41, 4, 1] },
  { number: 412, level: 'COUNTY', ancestors: [41, 4, 1] },
];

/** Where the logs stand, and what was folded from them. */
const SCHEMAS = ['units', 'proposals', 'evaluation'];
/** Who has come how far, when somebody looked, under which generation of sums: each database's own. So are marks. */
const OWN = new Set(
  ['migration', 'consumer_cursor', 'cell_head', 'cell_view', 'cell_cursor', 'cell_change'].concat([
    'cell_proof',
    'cell_audit',
  ]),
);

type Rows = ReadonlyMap<string, readonly string[]>;
type Installed = {
  readonly admin: pg.Client;
  readonly url: string;
  readonly database: EvaluationDatabase;
  close(): Promise<void>;
};

/** A database with the steps up to one, this one left out. */
async function installed(before?: string): Promise<Installed> {
  const server = await throwawayDatabase();
  const inOrder = [...migrations].sort((a, b) => (stamp(a.name) < stamp(b.name) ? -1 : 1));
  const steps = before
    ? inOrder.slice(
        0,
        inOrder.findIndex(({ name }) => name.startsWith(before)),
      )
    : inOrder;
  const database = await evaluationDatabaseOn(server.adminUrl, async () => {}, steps);
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  return {
    admin,
    url: server.adminUrl,
    database,
    close: async () => {
      await database.close();
      await admin.end();
      await server.close();
    },
  };
}

const stamp = (name: string): string => name.slice(-13);

async function tablesOf(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname = ANY($1) AND tablename <> 'migration' ORDER BY 1`,
    [SCHEMAS],
  );
  return rows.map(({ name }) => name);
}

/** Puts rows of one database into another that knows fewer columns: what was folded then, as it was written then. */
async function copyRows(from: pg.Client, to: pg.Client): Promise<void> {
  await to.query(`SET session_replication_role = 'replica'`);
  for (const table of await tablesOf(to)) {
    const { rows } = await from.query(`SELECT jsonb_agg(to_jsonb(row)) AS all FROM ${table} row`);
    await to.query(`DELETE FROM ${table}`);
    await to.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
      JSON.stringify(rows[0]?.all ?? []),
    ]);
  }
  // Sums had another meaning then.
  for (const table of ['cell_head', 'cell_view'])
    await to.query(`UPDATE evaluation.${table} SET meaning = 'as it was'`);
}

const rowsOf = async (admin: pg.Client): Promise<Rows> => {
  const tables = (await tablesOf(admin)).filter((name) => name.startsWith('evaluation.'));
  const found = new Map<string, readonly string[]>();
  for (const table of tables.filter((name) => !OWN.has(name.split('.')[1] ?? ''))) {
    const { rows } = await admin.query<{ text: string }>(
      `SELECT (to_jsonb(row) - 'mark')::text AS text FROM ${table} row ORDER BY 1`,
    );
    found.set(
      table,
      rows.map(({ text }) => text),
    );
  }
  return found;
};

async function served(database: EvaluationDatabase, work: (wiring: Wiring) => Promise<void>): Promise<void> {
  const wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    log: quiet,
  });
  try {
    await eventually(async () =>
      (await Promise.all(wiring.consumers.map((consumer) => consumer.caughtUp()))).every(Boolean),
    );
    await work(wiring);
  } finally {
    await wiring.close();
  }
}

describe('a database with rows of before is migrated on', () => {
  let fresh: Installed;
  let fromZero: Rows;

  beforeAll(async () => {
    fresh = await installed();
    const next = seeded(67);
    const cases = [4, 41, 411, 412].flatMap((tenant, place) =>
      Array.from({ length: 30 }, (_none, index) => randomCase(place * 100 + index + 1, tenant, 1, next)),
    );
    await fresh.database.register(PLACES);
    for (const tenant of [4, 41, 411, 412])
      await fresh.database.registerUnits(tenant, [
        { unitId: UNIT, name: '教育局', system: 'GOVERNMENT' },
        { unitId: OTHER_UNIT, name: '法院', system: 'COURT' },
      ]);
    // In portions, and some of it late: what was known when is known of old rows as well.
    const events = eventsOf(cases).map((event) => ({ event, portion: next(6) === 0 ? 1 + next(2) : 0 }));
    for (const portion of [0, 1, 2])
      await fresh.database.record(
        events.filter((each) => each.portion === portion).map(({ event }) => event),
      );
    await served(fresh.database, async () => {
      fromZero = await rowsOf(fresh.admin);
    });
  });
  afterAll(() => fresh?.close());

  test('what is compared is there', () => {
    const sizes = Object.fromEntries([...fromZero].map(([table, { length }]) => [table, length]));
    for (const table of [
      'case_fact',
      'assignment_fact',
      'case_fact_superseded',
      'case_card',
      'cell',
      'trace',
    ])
      expect([table, (sizes[`evaluation.${table}`] ?? 0) > 20]).toEqual([table, true]);
  });

  test.each(['UnitSystems', 'CountedBy', 'SharedCases', 'KnownAssignments'])(
    'from before %s: facts are those from zero, and every sum is what a recount gives',
    async (step) => {
      const old = await installed(step);
      try {
        await copyRows(fresh.admin, old.admin);
        expect(await rowsOf(old.admin)).not.toEqual(fromZero);
        const now = await evaluationDatabaseOn(old.url);
        await served(now, async () => {
          const found = await rowsOf(old.admin);
          expect([...found.keys()]).toEqual([...fromZero.keys()]);
          for (const [table, rows] of fromZero) expect([table, found.get(table)]).toEqual([table, rows]);
          const recounted = await verifyRollups(now.relay, () => {});
          expect(recounted.filter(({ wrong, beingMade }) => wrong !== null || beingMade)).toEqual([]);
          const members = (part: string) =>
            recounted.flatMap((place) => (place.part === part ? place.members : [])).reduce((a, b) => a + b);
          expect([members('OWN'), members('ALL') > 120]).toEqual([120, true]);
        });
        await now.close();
      } finally {
        await old.close();
      }
    },
  );
});
