import { randomBytes, randomUUID } from 'node:crypto';
import { defineAccess, encodeId, type Viewer } from '@duban/kernel';
import { Context } from '@duban/kernel/graphql';
import {
  createLog,
  createRunner,
  type Database,
  loginRolesOf,
  migrate,
  openDatabase,
  parseGatewayKeys,
  protectTenantTable,
  provision,
  roleName,
  startServiceServer,
  urlOfRole,
} from '@duban/kernel/runtime';
import { throwawayDatabase } from '@duban/kernel/testing';
import pg from 'pg';
import { type Ask, asGateway } from '../graph/asking.js';
import { board } from './board-graph.js';
import { depsWith, type Fault, SQL_FAULTS } from './faults.js';

/** A small service, as the kernel makes them, that keeps the notices of two localities. */
export type Board = {
  /** Starts it with a fault, or sound. */
  serve(fault: Fault | null): Promise<{ as(tenant: number): Ask; close(): Promise<void> }>;
  /** Public ids of a locality's notices. */
  ids(tenant: number): Promise<string[]>;
  close(): Promise<void>;
};

const SERVICE = { name: 'board' } as const;
const log = createLog('board', 'silent');

type Statements = { query(sql: string): Promise<unknown> };

class CreateBoard1700000000001 {
  async up(runner: Statements): Promise<void> {
    await runner.query(
      'CREATE TABLE board.notice (tenant_id int NOT NULL, id uuid NOT NULL, title text NOT NULL, PRIMARY KEY (tenant_id, id))',
    );
    await runner.query(protectTenantTable('board', 'notice'));
  }

  async down(runner: Statements): Promise<void> {
    await runner.query('DROP TABLE board.notice');
  }
}

/** `texts`: what stands on the board of each locality. */
export async function openBoard(texts: Readonly<Record<number, string>>): Promise<Board> {
  const server = await throwawayDatabase();
  const secrets = Object.fromEntries(
    loginRolesOf(SERVICE).map((role) => [role, randomBytes(9).toString('hex')]),
  );
  const urlAs = (kind: 'migrator' | 'app') =>
    urlOfRole(server.adminUrl, roleName('board', kind), secrets[roleName('board', kind)] ?? '');
  await provision(server.adminUrl, { services: [SERVICE], secrets });
  await migrate({ url: urlAs('migrator'), schema: 'board', migrations: [CreateBoard1700000000001], log });
  const administrator = new pg.Client({ connectionString: server.adminUrl });
  await administrator.connect();
  for (const [tenant, text] of Object.entries(texts))
    for (const number of [1, 2, 3])
      await administrator.query('INSERT INTO board.notice VALUES ($1, $2, $3)', [
        tenant,
        randomUUID(),
        `${text} ${number}`,
      ]);
  const database = await openDatabase({ url: urlAs('app'), schema: 'board', poolSize: 4, log });
  return {
    serve: (fault) => serve(fault, database, urlAs('app'), administrator),
    ids: async (tenant) => {
      const { rows } = await administrator.query('SELECT id FROM board.notice WHERE tenant_id = $1', [
        tenant,
      ]);
      return rows.map(({ id }) => encodeId({ kind: 'notice', tenant, id }));
    },
    close: async () => {
      await database.close();
      await administrator.end();
      await server.close();
    },
  };
}

async function serve(fault: Fault | null, database: Database, url: string, administrator: pg.Client) {
  const { plant, remove } = SQL_FAULTS[fault ?? ''] ?? {};
  if (plant) await administrator.query(plant);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const keys = parseGatewayKeys(`k1:${randomBytes(32).toString('base64url')}`);
  const deps = depsWith(fault, pool);
  const runner = createRunner({ database, access: defineAccess({}), log, deps });
  const server = await startServiceServer({
    name: 'board',
    port: 0,
    keys,
    schema: board.schema,
    log,
    ownsProcess: false,
    health: async () => true,
    context: ({ viewer, requestId }) => new Context({ viewer, requestId, database, runner, deps }),
  });
  const subgraph = { name: 'board', url: `http://127.0.0.1:${server.port}`, keys };
  return {
    as: (tenant: number) => asGateway(subgraph, viewerIn(tenant)),
    close: async () => {
      await server.close();
      await pool.end();
      if (remove) await administrator.query(remove);
    },
  };
}

const viewerIn = (tenant: number): Viewer => ({
  accountId: randomUUID(),
  grantId: randomUUID(),
  login: `${tenant}.deputy`,
  tenant,
  role: 'DEPUTY',
  personId: null,
  mandateId: null,
  unitId: null,
  sectionId: null,
});
