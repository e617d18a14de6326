import { dateInShanghai, localityUuid } from '@duban/kernel';
import { type Database, systemScope, type Transaction } from '@duban/kernel/runtime';
import { applyLocalityEvents } from '../locality-events.store.typeorm.js';
import { applyUnitEvents } from '../unit-events.store.typeorm.js';
import type { KnownUnit, Loaded, LoadStore, LoadStores } from './load.store.js';
import type { Described, UnitChange } from './locality-changes.js';

/** Loading is nobody's request: purpose LOAD, one locality's transaction at a time. */
export function loadStores(database: Database): LoadStores {
  return {
    hashes: async (numbers) => {
      const [first] = numbers;
      if (first === undefined) return new Map();
      const rows = await database.transaction(
        { ...systemScope(first, 'LOAD'), tenants: numbers },
        'read',
        (tx) =>
          tx.query<{ number: number; hash: string }>(
            'SELECT tenant_id AS number, hash FROM units.loaded_locality',
          ),
      );
      return new Map(rows.map(({ number, hash }) => [number, hash]));
    },
    inLocality: (number, work) =>
      database.transaction(systemScope(number, 'LOAD'), 'write', (tx) =>
        work(loadStore(tx), dateInShanghai(tx.recordedAt)),
      ),
  };
}

function loadStore(tx: Transaction): LoadStore {
  const { tenant } = tx;
  return {
    lockAndFind: async (): Promise<Loaded | null> => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('duban load units'), $1)`, [tenant]);
      const [row] = await tx.query<{ hash: string; content: Described }>(
        'SELECT hash, content FROM units.loaded_locality WHERE tenant_id = $1',
        [tenant],
      );
      return row ? { hash: row.hash, described: row.content } : null;
    },
    knownUnits: () =>
      tx.query<KnownUnit>('SELECT code, id, version FROM units.unit WHERE tenant_id = $1', [tenant]),
    recordLocality: async (events) => {
      if (events.length === 0) return;
      const [row] = await tx.query<{ version: number }>(
        'SELECT version FROM units.locality WHERE tenant_id = $1',
        [tenant],
      );
      await applyLocalityEvents(tx, events);
      await tx.append(`locality:${localityUuid(tenant)}`, row?.version ?? 0, events);
    },
    recordUnits: (changes, known) => recordUnits(tx, changes, known),
    remember: async ({ hash, described }) => {
      await tx.query(
        `INSERT INTO units.loaded_locality (tenant_id, hash, content, loaded_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant_id) DO UPDATE SET hash = excluded.hash, content = excluded.content, loaded_at = excluded.loaded_at`,
        [tenant, hash, JSON.stringify(described), tx.recordedAt],
      );
    },
  };
}

/** A stream of its own for each unit; a unit's own changes stay in order. */
async function recordUnits(
  tx: Transaction,
  changes: readonly UnitChange[],
  known: readonly KnownUnit[],
): Promise<void> {
  const versions = new Map(known.map(({ id, version }) => [id, version]));
  for (const { unitId, event } of changes) {
    const version = versions.get(unitId) ?? 0;
    await applyUnitEvents(tx, [event]);
    await tx.append(`unit:${unitId}`, version, [event]);
    versions.set(unitId, version + 1);
  }
}
