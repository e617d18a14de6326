import type { CalendarDate, PinnedLayer } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { Sheets } from '../sheet/sheet.js';
import type { SheetProblem } from '../sheet/sheet-problem.js';

/**
 * Which version a day `$2` goes by: the one that came into force last. Before there was any, the first:
 * one with nothing left to be entered, and of a day the one of the files.
 */
export const SHEETS_IN_FORCE = `(effective_from <= $2::date) DESC,
  CASE WHEN effective_from <= $2::date THEN effective_from END DESC,
  CASE WHEN effective_from > $2::date THEN jsonb_array_length(problems) > 0 END, effective_from,
  CASE WHEN effective_from > $2::date THEN origin END, serial DESC`;

export type SheetsToStore = {
  readonly sheets: Sheets;
  readonly problems: readonly SheetProblem[];
  /** Of what the sheets say. */
  readonly hash: string;
  readonly layers: readonly PinnedLayer[];
  readonly from: CalendarDate;
  readonly origin: 'FILE' | 'PUBLISHED';
  /** The draft it was published from. */
  readonly draftId: string | null;
};

/** The locality's next version, named after what its documents call themselves and how manieth it is. */
export async function storeSheets(tx: Transaction, next: SheetsToStore): Promise<string> {
  const [last] = await tx.query<{ serial: number }>(
    'SELECT coalesce(max(serial), 0) AS serial FROM evaluation.sheet_version WHERE tenant_id = $1',
    [tx.tenant],
  );
  const serial = (last?.serial ?? 0) + 1;
  const version = `${next.sheets.version.replace(/~\d+$/, '')}~${serial}`;
  await tx.query(
    `INSERT INTO evaluation.sheet_version
       (tenant_id, serial, version, origin, draft_id, effective_from, sheets, problems, layers, hash, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [
      tx.tenant,
      serial,
      version,
      next.origin,
      next.draftId,
      next.from,
      JSON.stringify({ ...next.sheets, version }),
      JSON.stringify(next.problems),
      JSON.stringify(next.layers.map(({ document: _, ...layer }) => layer)),
      next.hash,
      tx.recordedAt,
    ],
  );
  return version;
}
