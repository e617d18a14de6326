import type { NewEvent, RecordedEvent, Viewer } from '@duban/kernel';
import {
  createLog,
  type Database,
  eventLogTables,
  loginRolesOf,
  type MigrationClass,
  migrate,
  openDatabase,
  provision,
  type RoleKind,
  roleName,
  type ServicePlan,
  systemScope,
  urlOfRole,
} from '@duban/kernel/runtime';
import { throwawayDatabase } from '@duban/kernel/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import type { Said } from './random-tree.js';
import type { SyntheticCase } from './synthetic-case.js';

/** For specs: a database with this service's tables and the logs of the two services it reads, which write nothing else here. */
export type EvaluationDatabase = {
  readonly app: Database;
  readonly relay: Database;
  url(service: string, kind: RoleKind): string;
  /** Appends what happened to cases to the proposals service's log, in the order given. */
  record(events: readonly RecordedEvent[]): Promise<void>;
  /** Puts localities into the units service's log: number, parent, ancestors nearest first. */
  register(localities: readonly Locality[]): Promise<void>;
  /** Puts anything said of localities' places into the same log, in the order given. */
  say(said: readonly Said[]): Promise<void>;
  /** Puts handling units of a locality into the same log; each `more` is what its event says beside. */
  registerUnits(
    tenant: number,
    units: readonly ({ readonly unitId: string; readonly name: string } & Record<string, unknown>)[],
  ): Promise<void>;
  close(): Promise<void>;
};

export type Locality = {
  readonly number: number;
  readonly level: string;
  readonly ancestors: readonly number[];
  readonly from?: string;
  readonly ratingsFrom?: number;
};

const SERVICES: readonly ServicePlan[] = [
  { name: 'units' },
  { name: 'proposals' },
  { name: 'evaluation', consumes: ['units', 'proposals', 'evaluation'] },
];

export const quiet = createLog('evaluation test', 'silent');

const logOf = (schema: string): MigrationClass =>
  class Log1700000000001 implements MigrationInterface {
    readonly name = 'Log1700000000001';
    up = (runner: QueryRunner): Promise<void> => runner.query(eventLogTables(schema));
    down = (runner: QueryRunner): Promise<void> =>
      runner.query(`DROP TABLE ${schema}.event, ${schema}.event_head, ${schema}.idempotency`);
  };

export async function evaluationDatabase(): Promise<EvaluationDatabase> {
  const { adminUrl, close } = await throwawayDatabase();
  return evaluationDatabaseOn(adminUrl, close);
}

/** The same in a database that is there already; what it holds stays. With fewer steps: as it once was. */
export async function evaluationDatabaseOn(
  adminUrl: string,
  close: () => Promise<void> = async () => {},
  steps: readonly MigrationClass[] = migrations,
): Promise<EvaluationDatabase> {
  const secrets = Object.fromEntries(
    SERVICES.flatMap(loginRolesOf).map((role) => [role, `secret-of-${role}`]),
  );
  const url = (service: string, kind: RoleKind): string => {
    const role = roleName(service, kind);
    return urlOfRole(adminUrl, role, secrets[role] ?? '');
  };
  await provision(adminUrl, { services: SERVICES, secrets });
  const all: Record<string, readonly MigrationClass[]> = {
    units: [logOf('units')],
    proposals: [logOf('proposals')],
    evaluation: steps,
  };
  for (const [schema, steps] of Object.entries(all)) {
    await migrate({ url: url(schema, 'migrator'), schema, migrations: steps, log: quiet });
  }
  const open = (schema: string, kind: RoleKind): Promise<Database> =>
    openDatabase({ url: url(schema, kind), schema, poolSize: 6, log: quiet });
  const versions = new Map<string, number>();
  const [units, proposals, app, relay] = await Promise.all([
    open('units', 'app'),
    open('proposals', 'app'),
    open('evaluation', 'app'),
    open('evaluation', 'relay'),
  ]);
  return {
    app,
    relay,
    url,
    record: (events) => recordEvents(proposals, versions, events),
    register: async (localities) => {
      for (const locality of localities) await recordEvents(units, versions, placeEvents(locality));
    },
    say: (said) =>
      recordEvents(
        units,
        versions,
        said.map((each) => ({ ...each, stream: streamOf(each.tenant) })),
      ),
    registerUnits: (tenant, registered) =>
      recordEvents(
        units,
        versions,
        registered.map((payload) => ({
          tenant,
          stream: `unit:${payload.unitId}`,
          type: 'unit.registered',
          payload: { system: null, isHandlingUnit: true, sections: [], ...payload },
        })),
      ),
    close: async () => {
      for (const database of [units, proposals, app, relay]) await database.close();
      await close();
    },
  };
}

/** One transaction per locality; the log numbers them anew. */
async function recordEvents(
  database: Database,
  versions: Map<string, number>,
  events: readonly (NewEvent & { tenant: number; stream: string })[],
): Promise<void> {
  for (const [tenant, own] of Map.groupBy(events, (event) => event.tenant)) {
    const reached = new Map<string, number>();
    const appends = own.map(({ stream, type, payload, occurredAt }) => {
      const expectedVersion = reached.get(stream) ?? versions.get(`${tenant} ${stream}`) ?? 0;
      reached.set(stream, expectedVersion + 1);
      return { stream, expectedVersion, events: [{ type, payload, occurredAt }] };
    });
    await database.transaction(systemScope(tenant), 'write', (tx) => tx.appendAll(appends));
    for (const [stream, version] of reached) versions.set(`${tenant} ${stream}`, version);
  }
}

const streamOf = (number: number): string =>
  `locality:00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

function placeEvents({ number, level, ancestors, from = '1949-10-01', ratingsFrom }: Locality) {
  const stream = streamOf(number);
  const span = { number, validFrom: from, validTo: null };
  const [parent = null] = ancestors;
  const above = ancestors.map((ancestor, index) => ({ number: ancestor, depth: index + 1 }));
  const registered = {
    tenant: number,
    stream,
    type: 'locality.registered',
    payload: { ...span, level, parent, ...(ratingsFrom && { ratingsFrom }) },
  };
  const attached = {
    tenant: number,
    stream,
    type: 'locality.attached',
    payload: { ...span, parent, ancestors: above },
  };
  return parent === null ? [registered] : [registered, attached];
}

/** Everything that has happened to some cases, in the order it is recorded. */
export const eventsOf = (cases: readonly SyntheticCase[]): RecordedEvent[] =>
  cases.flatMap((file) => file.events);

/** Somebody with a role in a locality. */
export const somebodyIn = (tenant: number, role: Viewer['role'] = 'UPPER_TENANT_ANALYST'): Viewer => ({
  accountId: '00000000-0000-7000-8000-0000000000ee',
  grantId: '00000000-0000-7000-8000-0000000000ee',
  login: 'somebody',
  tenant,
  role,
  personId: null,
  mandateId: null,
  unitId: null,
  sectionId: null,
});

/** Waits for something that happens by itself, at most ten seconds. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not happen within two minutes');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
