import { createHash } from 'node:crypto';
import { dateInShanghai, type Viewer } from '@duban/kernel';
import { Context } from '@duban/kernel/graphql';
import {
  categoryIdOf,
  createRunner,
  type Database,
  type LocalityFolder,
  type Log,
  loadOnce,
  newId,
  openDatabase,
  organIdOf,
  readLocalityFolder,
  type ServiceServer,
  sectionIdOf,
  seededId,
  startServiceServer,
  type Transaction,
  unitIdOf,
} from '@duban/kernel/runtime';
import type { Config } from './config.js';
import { loadStores } from './load-localities/load.store.typeorm.js';
import { loadLocalities } from './load-localities/load-localities.js';
import type { FileIds } from './load-localities/locality-changes.js';
import { localityStore } from './locality.store.typeorm.js';
import { sharingStore } from './set-sharing/sharing.store.typeorm.js';
import { unitsSubgraph } from './subgraph.js';
import { unitReads } from './unit.read.js';
import { UnitRecord, unitStore } from './unit.store.typeorm.js';
import { unitList } from './unit-list/unit-list.read.js';
import { UNITS_ACCESS } from './units.access.js';
import type { UnitsDeps } from './units.deps.js';

const SCHEMA = 'units';

/** What use cases and resolvers work with, made of one open transaction. */
const depsOf = (tx: Transaction): UnitsDeps => ({
  localities: localityStore(tx),
  units: unitStore(tx),
  sharing: sharingStore(tx),
  unitReads: unitReads(tx),
  unitList: unitList(tx),
  today: dateInShanghai(tx.recordedAt),
  newId,
});

export const openUnits = (url: string, log: Log, poolSize?: number): Promise<Database> =>
  openDatabase({ url, schema: SCHEMA, log, poolSize, entities: [UnitRecord] });

const idsOf = (number: number): FileIds => ({
  organ: (code) => organIdOf(number, code),
  category: (code) => categoryIdOf(number, code),
  unit: (code) => unitIdOf(number, code),
  section: (unit, section) => sectionIdOf(number, unit, section),
  position: (unit, kind, section) => seededId(`${number}/position/${unit}/${section ?? ''}/${kind}`),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Loads the folders into the database; gives the numbers of the localities that changed. */
export const loadFolders = (database: Database, folders: readonly LocalityFolder[]): Promise<number[]> =>
  loadLocalities(
    { stores: loadStores(database), idsOf, hash: sha256 },
    folders.map(({ locality, hash }) => ({ file: locality, hash: hash.locality })),
  );

/** Makes the context of one operation. */
export function contexts(database: Database, log: Log) {
  const runner = createRunner({ database, access: UNITS_ACCESS, log, deps: depsOf });
  return (request: { readonly viewer: Viewer; readonly requestId: string }): Context<UnitsDeps> =>
    new Context({ ...request, database, runner, deps: depsOf });
}

/** Database, localities, server: the whole process. */
export async function startUnits(config: Config, log: Log): Promise<ServiceServer> {
  const database = await openUnits(config.DATABASE_URL, log, config.DUBAN_POOL);
  const root = config.DUBAN_LOCALITIES;
  const folder = { root, code: import.meta.dirname };
  const changed = await loadOnce(database, folder, () => loadFolders(database, readLocalityFolder(root)));
  log.info({ changed: changed?.length ?? 0 }, 'localities loaded');
  return startServiceServer({
    name: SCHEMA,
    port: config.DUBAN_PORT,
    host: config.DUBAN_HOST,
    keys: config.DUBAN_GATEWAY_KEYS,
    schema: unitsSubgraph().schema,
    context: contexts(database, log),
    health: () => database.ping(),
    onClose: () => database.close(),
    log,
  });
}
