import { dateInShanghai } from '@duban/kernel';
import { type Database, systemScope } from '@duban/kernel/runtime';
import type { SheetLoads } from './load-sheets.js';

/** All localities at once to find what changed, then one transaction for each that did. */
export const sheetLoads = (database: Database): SheetLoads => ({
  async known(numbers) {
    const [first] = numbers;
    if (first === undefined) return new Map();
    const scope = { ...systemScope(first, 'LOAD'), tenants: [...numbers] };
    const rows = await database.transaction(scope, 'read', (tx) =>
      tx.query<{ number: number; hash: string; published: boolean }>(
        `SELECT DISTINCT ON (tenant_id) tenant_id AS number, hash,
           bool_or(origin = 'PUBLISHED') OVER (PARTITION BY tenant_id) AS published
         FROM evaluation.sheet_version ORDER BY tenant_id, serial DESC`,
      ),
    );
    return new Map(rows.map(({ number, ...known }) => [number, known]));
  },
  store: (next) =>
    database.transaction(systemScope(next.number, 'LOAD'), 'write', async (tx) => {
      const { sheets, problems } = next.effective;
      const layers = next.layers.map(({ yaml: _, text: __, ...layer }) => ({ ...layer, origin: 'FILE' }));
      await tx.query(
        `INSERT INTO evaluation.sheet_version
           (tenant_id, serial, version, origin, effective_from, sheets, problems, layers, hash, recorded_at)
         SELECT $1, coalesce(max(serial), 0) + 1, $2, 'FILE', $3, $4, $5, $6, $7, $8
         FROM evaluation.sheet_version WHERE tenant_id = $1 ON CONFLICT DO NOTHING`,
        [
          tx.tenant,
          sheets.version,
          dateInShanghai(tx.recordedAt),
          JSON.stringify(sheets),
          JSON.stringify(problems),
          JSON.stringify(layers),
          next.hash,
          tx.recordedAt,
        ],
      );
    }),
});
