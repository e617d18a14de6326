import { Context } from '@duban/kernel/graphql';
import {
  accountIdOf,
  createRunner,
  type Database,
  findLocalityCode,
  grantIdOf,
  groupIdOf,
  type Log,
  loadOnce,
  mandateIdOf,
  newId,
  openDatabase,
  personIdOf,
  readLocalityFolder,
  type ServiceServerOptions,
  sectionIdOf,
  type Transaction,
  unitIdOf,
} from '@duban/kernel/runtime';
import { AccountRow, accountStore, GrantRow, grantStore } from './account.store.typeorm.js';
import type { PeopleConfig } from './config.js';
import { grantsOfAccount } from './identify/identify.store.typeorm.js';
import { identityHandler } from './identify/identity.internal.js';
import type { DemonstrationIds } from './load-demonstration/demonstration-rows.js';
import { loadStores } from './load-demonstration/load.store.typeorm.js';
import { loadDemonstration } from './load-demonstration/load-demonstration.js';
import { MandateRow, mandateStore, PersonRow, personStore } from './mandate.store.typeorm.js';
import { PEOPLE_ACCESS } from './people.access.js';
import type { PeopleReadDeps } from './people.context.js';
import { peopleReads } from './people.read.js';
import { type Cost, createPasswords, hashPassword, makeOneTimePassword } from './sign-in/password.hash.js';
import { type SignInService, startSignIn } from './sign-in/sign-in.service.js';
import { signInStore } from './sign-in/sign-in.store.typeorm.js';
import { subgraph } from './subgraph.js';

export const ENTITIES = [PersonRow, MandateRow, AccountRow, GrantRow];

/** What use cases need besides an open transaction. */
export type Surroundings = Pick<PeopleReadDeps, 'makePassword' | 'outsideIssuer' | 'codeOf'>;

export const depsIn =
  (surroundings: Surroundings) =>
  (tx: Transaction): PeopleReadDeps => ({
    ...surroundings,
    accounts: accountStore(tx),
    grants: grantStore(tx),
    persons: personStore(tx),
    mandates: mandateStore(tx),
    reads: peopleReads(tx),
    now: () => tx.recordedAt,
    newId,
  });

/** The service's database, on the role of `url`. */
export const openPeople = (url: string, log: Log, poolSize?: number): Promise<Database> =>
  openDatabase({ url, schema: 'people', poolSize, log, entities: ENTITIES });

/** Opens the service's database and makes everything that hangs on it. */
export async function wire(config: PeopleConfig, log: Log): Promise<ServiceServerOptions> {
  const { databaseUrl, poolSize, demonstration } = config;
  const database = await openPeople(databaseUrl, log, poolSize);
  const folder = { root: config.localities, code: import.meta.dirname };
  if (demonstration) await loadOnce(database, folder, () => load(config, database, log));
  return serverOf(config, database, log);
}

/** What the server serves, on a database that is open. `cost` is what a guess at a password costs, less only in tests. */
export async function serverOf(
  config: PeopleConfig,
  database: Database,
  log: Log,
  cost?: Cost,
): Promise<ServiceServerOptions> {
  const passwords = createPasswords(cost);
  const signIn =
    config.outsideIssuer === null ? await startSignIn({ ...config, database, log, passwords }) : null;
  const deps = depsIn(surroundingsOf(config, cost));
  const runner = createRunner({ database, access: PEOPLE_ACCESS, log, deps });
  return {
    name: 'people',
    port: config.port,
    host: config.host,
    keys: config.gatewayKeys,
    schema: subgraph.schema,
    context: (request) => new Context({ ...request, database, runner, deps }),
    health: () => database.ping(),
    log,
    internal: { identity: identity(config, database) },
    open: signIn ? { '/oidc': signIn.handler } : {},
    onClose: () => close(database, signIn),
  };
}

function surroundingsOf({ localities, outsideIssuer }: PeopleConfig, cost?: Cost): Surroundings {
  const codes = new Map<number, string>();
  const codeOf = (tenant: number) => {
    const code = codes.get(tenant) ?? findLocalityCode(localities, tenant) ?? String(tenant);
    codes.set(tenant, code);
    return code;
  };
  return { outsideIssuer, codeOf, makePassword: () => makeOneTimePassword(cost) };
}

const identity = ({ demonstration, outsideIssuer }: PeopleConfig, database: Database) =>
  identityHandler({
    subjectOf: (subject) => (outsideIssuer === null ? subject : `${outsideIssuer}|${subject}`),
    findBySubject: signInStore(database, { demonstration }).findBySubject,
    findGrants: grantsOfAccount(database),
  });

async function close(database: Database, signIn: SignInService | null): Promise<void> {
  signIn?.stop();
  await database.close();
}

async function load(config: PeopleConfig, database: Database, log: Log): Promise<void> {
  const localities = readLocalityFolder(config.localities).flatMap(({ locality, people, hash }) =>
    people && hash.people
      ? [{ number: locality.number, code: locality.code, people, hash: hash.people }]
      : [],
  );
  const passwordHash = () => hashPassword(config.demonstrationPassword);
  const changed = await loadDemonstration({ stores: loadStores(database), idsOf, passwordHash }, localities);
  if (changed.length > 0) log.info({ localities: changed }, 'demonstration people loaded');
}

export const idsOf = (number: number): DemonstrationIds => ({
  person: (code) => personIdOf(number, code),
  mandate: (code) => mandateIdOf(number, code),
  group: (code) => groupIdOf(number, code),
  account: (code) => accountIdOf(number, code),
  grant: (code) => grantIdOf(number, code),
  unit: (code) => unitIdOf(number, code),
  section: (unit, code) => sectionIdOf(number, unit, code),
});
