import { seededId, type Transaction } from '@duban/kernel/runtime';
import type { FiguresEvent } from './confirmation.js';
import type { ConfirmationStore, KeptConfirmation } from './confirmation.store.js';

type Row = Omit<KeptConfirmation, 'saidAt'> & { readonly saidAt: Date };

export const confirmationStore = (tx: Transaction): ConfirmationStore => ({
  async latest(tenants, years) {
    const rows = await tx.query<Row>(
      `SELECT DISTINCT ON (tenant_id, year, kind) tenant_id AS tenant, year, kind, serial, confirmed, numbers, note, said_at AS "saidAt"
       FROM evaluation.figure_confirmation
       WHERE tenant_id = ANY ($1::int[]) AND (year, kind) IN (SELECT * FROM unnest($2::int[], $3::text[]))
       ORDER BY tenant_id, year, kind, serial DESC`,
      [tenants, years.map(({ year }) => year), years.map(({ kind }) => kind)],
    );
    return rows.map(({ saidAt, ...row }) => ({ ...row, saidAt: saidAt.toISOString() }));
  },
  async append(known, event) {
    const { year, kind } = event.payload;
    const said =
      event.type === 'figures.confirmed'
        ? { confirmed: true, numbers: event.payload.numbers, note: event.payload.note }
        : { confirmed: false, numbers: [], note: event.payload.reason };
    const serial = (known?.serial ?? 0) + 1;
    await tx.query(
      `INSERT INTO evaluation.figure_confirmation (tenant_id, year, kind, serial, confirmed, numbers, note, said_by, said_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.tenant,
        year,
        kind,
        serial,
        said.confirmed,
        JSON.stringify(said.numbers),
        said.note,
        tx.scope.actor,
        tx.recordedAt,
      ],
    );
    await watchYear(tx, event);
    await tx.append(`figures:${seededId(`${tx.tenant}/figures/${year}/${kind}`)}`, serial - 1, [event]);
  },
});

/** From now on the year is compared with what is counted, or no longer. */
const watchYear = (tx: Transaction, { type, payload: { year, kind } }: FiguresEvent): Promise<unknown> =>
  tx.query(
    `INSERT INTO evaluation.figure_watch (tenant_id, year, kind, seen) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, year, kind) DO UPDATE SET differs = '{}', seen = excluded.seen`,
    [tx.tenant, year, kind, type === 'figures.confirmed' ? '' : null],
  );
