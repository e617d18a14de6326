import { join } from 'node:path';
import { ROLES } from '@duban/kernel';
import {
  accountIdOf,
  createLog,
  mandateIdOf,
  readLocalityFolder,
  startServiceServer,
  systemScope,
  verifyChain,
} from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { peopleConfig } from '../config.js';
import { loadSample, type PeopleFixture, peopleFixture } from '../testing/people.fixture.js';
import { wire } from '../wiring.js';

const TENANT = 900001;
const LOCALITIES = join(process.cwd(), 'localities');

let fixture: PeopleFixture;

beforeAll(async () => {
  fixture = await peopleFixture();
});

afterAll(() => fixture?.close());

const inTenant = <Value>(sql: string, tenant = TENANT) =>
  fixture.database.transaction(systemScope(tenant), 'read', (tx) => tx.query<Value>(sql));

describe('demonstration people', () => {
  test('are loaded once, by two processes at the same time', async () => {
    await Promise.all([loadSample(fixture.database, [TENANT]), loadSample(fixture.database, [TENANT])]);
    expect(await loadSample(fixture.database, [TENANT])).toEqual([]);
    const count = async (table: string) =>
      (await inTenant<{ n: number }>(`SELECT count(*)::int AS n FROM people.${table}`))[0]?.n;
    expect(await count('account')).toBe(4);
    expect(await count('role_grant')).toBe(5);
    expect(await count('event')).toBe(4 + 2 + 4 + 5);
  });

  test('stay as people changed them when the file changes', async () => {
    await fixture.database.transaction(systemScope(TENANT), 'write', async (tx) => {
      await tx.query(`UPDATE people.mandate SET status = 'ENDED' WHERE tenant_id = $1 AND id = $2`, [
        TENANT,
        mandateIdOf(TENANT, 'deputy'),
      ]);
    });
    expect(await loadSample(fixture.database, [TENANT], 'two')).toEqual([TENANT]);
    const ended = await inTenant<{ status: string }>(
      `SELECT status FROM people.mandate WHERE status = 'ENDED'`,
    );
    expect(ended).toHaveLength(1);
  });

  test('are told to other services as registered mandates', async () => {
    const events = await inTenant<{ payload: object }>(
      `SELECT payload FROM people.event WHERE type = 'mandate.registered' ORDER BY position`,
    );
    expect(events[0]?.payload).toMatchObject({
      mandateId: mandateIdOf(TENANT, 'deputy'),
      name: '人deputy',
      kind: 'DEPUTY',
      delegation: '第一代表团',
      from: '2020-01-01',
      to: null,
    });
    const chain = await fixture.database.transaction(systemScope(TENANT), 'read', (tx) => verifyChain(tx));
    expect(chain.ok).toBe(true);
  });
});

describe('the localities of the repository', () => {
  const config = () =>
    peopleConfig.parse({
      DATABASE_URL: fixture.url,
      DUBAN_GATEWAY_KEYS: `k1:${'A'.repeat(43)}`,
      DUBAN_LOCALITIES: LOCALITIES,
      DUBAN_DATA: fixture.folder,
      DUBAN_PORT: '0',
    });

  test('have a login for every role, loaded at the first start and not again at the second', async () => {
    const start = async () => {
      const started = performance.now();
      const server = await startServiceServer({
        ...(await wire(config(), createLog('people'))),
        ownsProcess: false,
      });
      const took = performance.now() - started;
      const ready = await fetch(`http://127.0.0.1:${server.port}/readyz`);
      await server.close();
      return { took, ready: ready.status };
    };
    const first = await start();
    const second = await start();
    expect([first.ready, second.ready]).toEqual([200, 200]);
    expect(second.took).toBeLessThan(first.took);
    for (const { locality } of readLocalityFolder(LOCALITIES)) {
      const { number, code } = locality;
      const rows = await inTenant<{ login: string; role: string }>(
        `SELECT a.login, g.role FROM people.account a JOIN people.role_grant g ON g.account_id = a.id WHERE g.is_primary`,
        number,
      );
      const logins = new Map(rows.map(({ login, role }) => [login, role]));
      for (const role of ROLES)
        expect(logins.get(`${code}.${role.toLowerCase().replaceAll('_', '-')}`)).toBe(role);
      expect(rows.filter(({ role }) => role === 'DEPUTY').length).toBeGreaterThanOrEqual(5);
      expect(accountIdOf(number, 'deputy')).toMatch(/^[0-9a-f-]{36}$/);
    }
    process.stderr.write(`loaded in ${Math.round(first.took)} ms, then ${Math.round(second.took)} ms\n`);
  });
});
