import { newId, type Transaction } from '@duban/kernel/runtime';
import { lockNext, registerSeries } from '../store/number-series.store.js';
import type { CaseStore } from '../store/proposal.store.js';
import type { DirectoryMandate, DirectoryUnit, LedgerStore } from './ledger.store.js';
import type { LedgerRow } from './ledger-columns.js';

const ROWS_AT_ONCE = 300;

/** An import's own staging area in the transaction's locality. */
export function ledgerStore(tx: Transaction, cases: CaseStore): LedgerStore {
  const importId = newId();
  return {
    units: () =>
      tx.query<DirectoryUnit>(
        `SELECT id, name, short_name AS "shortName", active_from AS "from", active_to AS "to"
         FROM proposals.unit_directory WHERE tenant_id = $1 ORDER BY name`,
        [tx.tenant],
      ),
    mandates: () =>
      tx.query<DirectoryMandate>(
        `SELECT id, name, kind, active_from AS "from", active_to AS "to"
         FROM proposals.mandate_directory WHERE tenant_id = $1 ORDER BY name, active_from`,
        [tx.tenant],
      ),
    numbersOf: async (year) => {
      const rows = await tx.query<{ number: string; id: string }>(
        `SELECT kind || '/' || case_number AS number, id FROM proposals.proposal
         WHERE tenant_id = $1 AND year = $2 AND case_number IS NOT NULL`,
        [tx.tenant, year],
      );
      return new Map(rows.map(({ number, id }) => [number, id]));
    },
    nextEntrySerial: (year) => lockNext(tx, registerSeries(year)),
    stage: (rows) => stage(tx, importId, rows),
    groups: () => groups(tx, importId),
    recorded: (ids) => cases.eventsOf(ids),
    clear: async () => {
      await tx.query('DELETE FROM proposals.ledger_row WHERE tenant_id = $1 AND import_id = $2', [
        tx.tenant,
        importId,
      ]);
    },
  };
}

async function stage(
  tx: Transaction,
  importId: string,
  rows: readonly { readonly row: LedgerRow; readonly groupKey: string }[],
): Promise<void> {
  const values = rows.map(({ row, groupKey }) => ({
    row_number: row.rowNumber,
    group_key: groupKey,
    cells: row,
  }));
  await tx.query(
    `INSERT INTO proposals.ledger_row (tenant_id, import_id, row_number, group_key, cells)
     SELECT $1::int, $2::uuid, r.row_number, r.group_key, r.cells
     FROM jsonb_to_recordset($3::jsonb) AS r(row_number int, group_key text, cells jsonb)`,
    [tx.tenant, importId, JSON.stringify(values)],
  );
}

async function* groups(tx: Transaction, importId: string): AsyncGenerator<readonly (readonly LedgerRow[])[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const last = await lastKey(tx, importId, after);
    const rows = await tx.query<{ groupKey: string; cells: LedgerRow }>(
      `SELECT group_key AS "groupKey", cells FROM proposals.ledger_row
       WHERE tenant_id = $1 AND import_id = $2 AND group_key > $3 ${last === undefined ? '' : 'AND group_key <= $4'}
       ORDER BY group_key, row_number`,
      [tx.tenant, importId, after, ...(last === undefined ? [] : [last])],
    );
    if (rows.length === 0) return;
    const byGroup = Map.groupBy(rows, ({ groupKey }) => groupKey);
    yield [...byGroup.values()].map((list) => list.map(({ cells }) => cells));
    after = last;
  }
}

/** Where a batch ends, so that no group is cut; undefined for the last batch. Both statements walk the index: a ledger twice as long takes twice the time. */
async function lastKey(tx: Transaction, importId: string, after: string): Promise<string | undefined> {
  const [row] = await tx.query<{ groupKey: string }>(
    `SELECT group_key AS "groupKey" FROM proposals.ledger_row
     WHERE tenant_id = $1 AND import_id = $2 AND group_key > $3
     ORDER BY group_key, row_number OFFSET $4 LIMIT 1`,
    [tx.tenant, importId, after, ROWS_AT_ONCE],
  );
  return row?.groupKey;
}
