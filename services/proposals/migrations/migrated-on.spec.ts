import { SHARING_SET } from '@duban/kernel';
import {
  createLog,
  eventLogTables,
  loginRolesOf,
  type MigrationClass,
  migrate,
  newId,
  openDatabase,
  provision,
  type RoleKind,
  roleName,
  systemScope,
  urlOfRole,
} from '@duban/kernel/runtime';
import { type ThrowawayDatabase, throwawayDatabase } from '@duban/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followDirectories } from '../src/follow-directories/follow-directories.relay.js';
import { openProposals } from '../src/wiring.js';
import { migrations } from './index.js';

const PLANS = [
  { name: 'units' },
  { name: 'people' },
  { name: 'proposals', consumes: ['units', 'people'] },
] as const;
const SECRETS = Object.fromEntries(PLANS.flatMap(loginRolesOf).map((role) => [role, 'secret']));
const log = createLog('migrations test', 'silent');
const [FULL, NONE, SILENT] = [7, 8, 9];

const logOf = (schema: string): MigrationClass =>
  class Log1700000000001 implements MigrationInterface {
    readonly name = 'Log1700000000001';
    up = (runner: QueryRunner): Promise<void> => runner.query(eventLogTables(schema));
    down = (): Promise<void> => Promise.resolve();
  };

describe('a database that heard what localities share before there was a table for it', () => {
  let server: ThrowawayDatabase;
  let admin: pg.Client;
  const url = (service: string, kind: RoleKind): string =>
    urlOfRole(server.adminUrl, roleName(service, kind), 'secret');
  const migrated = (schema: string, steps: readonly MigrationClass[]) =>
    migrate({ url: url(schema, 'migrator'), schema, migrations: steps, log });

  beforeAll(async () => {
    server = await throwawayDatabase();
    await provision(server.adminUrl, { services: PLANS, secrets: SECRETS });
    for (const schema of ['units', 'people']) await migrated(schema, [logOf(schema)]);
    await migrated(
      'proposals',
      migrations.filter(({ name }) => !name.startsWith('Sharing')),
    );
    admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    const units = await openDatabase({ url: url('units', 'app'), schema: 'units', log });
    for (const [tenant, levels] of [
      [FULL, ['NONE', 'FULL']],
      [NONE, ['NONE']],
      [SILENT, []],
    ] as const)
      await units.transaction(systemScope(tenant), 'write', (tx) =>
        tx.append(`locality:${newId()}`, 0, [
          registered(`${tenant}局`),
          ...levels.map((level) => ({ type: SHARING_SET, payload: { level, reason: '…' } })),
        ]),
      );
    await units.close();
    // As the service of then left it: everything heard, and of sharing nothing kept.
    await admin.query(
      `INSERT INTO proposals.unit_directory (tenant_id, id, name, short_name, system, handling)
       SELECT tenant_id, (payload ->> 'unitId')::uuid, payload ->> 'name', payload ->> 'name', 'GOVERNMENT', true
       FROM units.event WHERE type = 'unit.registered'`,
    );
    await admin.query(
      `INSERT INTO proposals.consumer_cursor (tenant_id, source, position, moved_at)
       SELECT tenant_id, 'units', position, now() FROM units.event_head`,
    );
  });
  afterAll(async () => {
    await admin?.end();
    await server?.close();
  });

  const registered = (name: string) => ({
    type: 'unit.registered',
    payload: {
      ...{ unitId: newId(), name, shortName: name, system: 'GOVERNMENT', isHandlingUnit: true },
      validFrom: '2000-01-01',
    },
  });
  const rowsOf = async (sql: string): Promise<unknown[]> => (await admin.query(sql)).rows;
  const UNITS = 'SELECT * FROM proposals.unit_directory ORDER BY tenant_id';

  test('is migrated on, hears it once more, and knows what each said last; the rest stays as it was', async () => {
    const before = await rowsOf(UNITS);
    expect(before).toHaveLength(3);
    await migrated('proposals', migrations);
    const relay = await openProposals(url('proposals', 'relay'), log, 2);
    const consumers = followDirectories(relay, log);
    try {
      for (const consumer of consumers)
        while (!(await consumer.caughtUp())) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(
        await rowsOf('SELECT tenant_id, level FROM proposals.locality_sharing ORDER BY tenant_id'),
      ).toEqual([
        { tenant_id: FULL, level: 'FULL' },
        { tenant_id: NONE, level: 'NONE' },
      ]);
      expect(await rowsOf(UNITS)).toMatchObject(
        before.map((row) => {
          const { tenant_id, id, name } = row as Record<string, unknown>;
          return { tenant_id, id, name };
        }),
      );
      expect(await rowsOf(UNITS)).toHaveLength(3);
    } finally {
      for (const consumer of consumers) await consumer.stop();
      await relay.close();
    }
  });
});
