import type { Transaction } from '@duban/kernel/runtime';
import type { ListedSection, ListedUnit } from './listed-unit.js';
import type { DirectoryReads } from './unit-directory.store.js';

/** Reads this service's copy of a locality's units, as the app. */
export const directoryReads = (tx: Transaction): DirectoryReads => ({
  units: () =>
    tx.query<ListedUnit>(
      'SELECT id, name, system FROM evaluation.unit_directory WHERE tenant_id = $1 ORDER BY id',
      [tx.tenant],
    ),
  sections: () =>
    tx.query<ListedSection>(
      `SELECT id, unit_id AS "unitId", code, name, active FROM evaluation.section_directory
       WHERE tenant_id = $1 ORDER BY id`,
      [tx.tenant],
    ),
});
