import { type Database, type Scope, seededId, type Transaction } from '@duban/kernel/runtime';
import type { ConfirmedNumber } from './confirmation.js';
import { metricsOf, type WatchedYear } from './figure-watch.js';
import type { FigureWatchStore, FigureWatchWork } from './figure-watch.store.js';

type Claimed = WatchedYear & { readonly eventsTold: number };

export const figureWatch = (tx: Transaction): FigureWatchStore => ({
  async claim(stands) {
    const rows = await tx.query<Omit<Claimed, 'numbers'>>(
      `SELECT year, kind, differs AS told, told AS "eventsTold" FROM evaluation.figure_watch
       WHERE tenant_id = $1 AND seen IS NOT NULL AND seen <> $2 ORDER BY year, kind FOR UPDATE SKIP LOCKED`,
      [tx.tenant, stands],
    );
    const claimed: Claimed[] = [];
    for (const row of rows) claimed.push({ ...row, numbers: await numbersOf(tx, row.year, row.kind) });
    return claimed;
  },
  async record(stands, compared) {
    const rows = compared.map(({ watched: { year, kind, told, eventsTold }, event }) => ({
      ...{ year, kind, seen: stands },
      differs: event === null ? told : 'numbers' in event.payload ? metricsOf(event.payload.numbers) : [],
      told: eventsTold + (event === null ? 0 : 1),
    }));
    await tx.query(
      `UPDATE evaluation.figure_watch w SET seen = r.seen, differs = r.differs, told = r.told
       FROM jsonb_to_recordset($2::jsonb) AS r(year int, kind text, seen text, differs text[], told int)
       WHERE w.tenant_id = $1 AND w.year = r.year AND w.kind = r.kind`,
      [tx.tenant, JSON.stringify(rows)],
    );
    const events = compared.flatMap(({ watched: { year, kind, eventsTold }, event }) =>
      event === null
        ? []
        : [{ stream: streamOf(tx.tenant, year, kind), expectedVersion: eventsTold, events: [event] }],
    );
    if (events.length > 0) await tx.appendAll(events);
  },
});

const streamOf = (tenant: number, year: number, kind: string): string =>
  `figure-watch:${seededId(`${tenant}/figure-watch/${year}/${kind}`)}`;

async function numbersOf(tx: Transaction, year: number, kind: string): Promise<readonly ConfirmedNumber[]> {
  const [row] = await tx.query<{ numbers: readonly ConfirmedNumber[] }>(
    `SELECT numbers FROM evaluation.figure_confirmation WHERE tenant_id = $1 AND year = $2 AND kind = $3
     ORDER BY serial DESC LIMIT 1`,
    [tx.tenant, year, kind],
  );
  return row?.numbers ?? [];
}

/** Bound by policies to positions of sums: none of them is seen in it. */
const OVERVIEW: Scope = { tenant: 1, tenants: [], purpose: 'RELAY', actor: null };

/** With the day: some numbers change by themselves. An inner node's figures are where its view of those below is. */
const MOVED = `
WITH watched AS (SELECT DISTINCT tenant_id FROM evaluation.figure_watch WHERE seen IS NOT NULL),
below AS (
  SELECT tenant_id, sum(position) AS position, sum(hashtext(generation::text)) AS generation
  FROM evaluation.cell_cursor WHERE tenant_id IN (SELECT tenant_id FROM watched) GROUP BY tenant_id),
stand AS (
  SELECT watched.tenant_id, concat_ws(' ', $1::text, head.position, head.generation, below.position, below.generation) AS stands
  FROM watched LEFT JOIN evaluation.cell_head head USING (tenant_id) LEFT JOIN below USING (tenant_id))
SELECT DISTINCT stand.tenant_id AS tenant, stand.stands FROM stand
JOIN evaluation.figure_watch watch ON watch.tenant_id = stand.tenant_id
WHERE watch.seen IS NOT NULL AND watch.seen <> stand.stands ORDER BY 1 LIMIT 500`;

export const figureWatchWork = (relay: Database): FigureWatchWork => ({
  moved: (day) => relay.look<{ tenant: number; stands: string }>(OVERVIEW, MOVED, [day]),
});
