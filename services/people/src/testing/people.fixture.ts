import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemonstrationPeople, Role, Viewer } from '@duban/kernel';
import {
  accountIdOf,
  createLog,
  type Database,
  grantIdOf,
  loginRolesOf,
  mandateIdOf,
  migrate,
  openDatabase,
  personIdOf,
  provision,
  roleName,
  urlOfRole,
} from '@duban/kernel/runtime';
import { throwawayDatabase } from '@duban/kernel/testing';
import { migrations } from '../../migrations/index.js';
import { loadStores } from '../load-demonstration/load.store.typeorm.js';
import { loadDemonstration } from '../load-demonstration/load-demonstration.js';
import { hashPassword } from '../sign-in/password.hash.js';
import { ENTITIES, idsOf } from '../wiring.js';

export const PASSWORD = 'a demonstration';
/** Guessing need not be hard in a test. */
export const CHEAP = { N: 2 ** 10, r: 8, p: 1 };
export const quiet = createLog('people test', process.env.LOG_LEVEL ?? 'silent');

export type PeopleFixture = {
  readonly database: Database;
  /** URL of the app role. */
  readonly url: string;
  readonly adminUrl: string;
  /** A folder of its own, gone afterwards. */
  readonly folder: string;
  close(): Promise<void>;
};

/** The service's tables, empty, on a database of their own, opened as the app role. */
export async function peopleFixture(): Promise<PeopleFixture> {
  const server = await throwawayDatabase();
  const plan = { name: 'people' };
  const secrets = Object.fromEntries(
    loginRolesOf(plan).map((role) => [role, randomBytes(12).toString('hex')]),
  );
  const urlOf = (kind: 'app' | 'migrator') => {
    const role = roleName('people', kind);
    return urlOfRole(server.adminUrl, role, secrets[role] ?? '');
  };
  await provision(server.adminUrl, { services: [plan], secrets });
  await migrate({ url: urlOf('migrator'), schema: 'people', migrations, log: quiet });
  const url = urlOf('app');
  const database = await openDatabase({ url, schema: 'people', log: quiet, entities: ENTITIES });
  const folder = mkdtempSync(join(tmpdir(), 'duban-people-'));
  const close = async () => {
    await database.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { database, url, adminUrl: server.adminUrl, folder, close };
}

const FROM = '2020-01-01';

/** Two deputies, an administrator and a unit's handler. */
const samplePeople = (code: string): DemonstrationPeople => ({
  persons: ['deputy', 'deputy-2', 'tenant-admin', 'unit-handler'].map((each) => ({
    code: each,
    name: `人${each}`,
  })),
  groups: [{ code: 'delegation', kind: 'DELEGATION', name: '第一代表团', members: ['deputy', 'deputy-2'] }],
  mandates: ['deputy', 'deputy-2'].map((each) => ({
    code: each,
    person: each,
    kind: 'DEPUTY',
    term: '第十六届',
    from: FROM,
    to: null,
    delegation: 'delegation',
    sector: null,
    electoralUnit: '第一选区',
    party: null,
  })),
  accounts: [
    account(code, 'deputy', [
      grant('deputy', 'DEPUTY', 'deputy'),
      grant('deputy/cosigner', 'COSIGNER', 'deputy'),
    ]),
    account(code, 'deputy-2', [grant('deputy-2', 'DEPUTY', 'deputy-2')]),
    account(code, 'tenant-admin', [grant('tenant-admin', 'TENANT_ADMIN', null)]),
    account(code, 'unit-handler', [
      { ...grant('unit-handler', 'UNIT_HANDLER', null), unit: 'water', section: 'office' },
    ]),
  ],
});

const account = (
  locality: string,
  code: string,
  grants: DemonstrationPeople['accounts'][number]['grants'],
) => ({
  login: `${locality}.${code}`,
  person: code,
  grants,
});

const grant = (code: string, role: Role, mandate: string | null) => ({
  code,
  role,
  mandate,
  unit: null,
  section: null,
  organ: null,
  from: FROM,
  primary: !code.includes('/'),
});

/** Loads the sample into localities; each one's code is its number. */
export async function loadSample(
  database: Database,
  numbers: readonly number[],
  hash = 'one',
): Promise<number[]> {
  const localities = numbers.map((number) => {
    const code = String(number);
    return { number, code, people: samplePeople(code), hash };
  });
  const passwordHash = () => hashPassword(PASSWORD, CHEAP);
  return loadDemonstration({ stores: loadStores(database), idsOf, passwordHash }, localities);
}

/** Somebody of the sample, as the gateway would vouch for them. */
export const sampleViewer = (tenant: number, code: string, role: Role): Viewer => ({
  accountId: accountIdOf(tenant, code),
  grantId: grantIdOf(tenant, code),
  login: `${tenant}.${code}`,
  tenant,
  role,
  personId: personIdOf(tenant, code),
  mandateId: role === 'DEPUTY' ? mandateIdOf(tenant, code) : null,
  unitId: null,
  sectionId: null,
});
