import type { Transaction } from '@duban/kernel/runtime';
import type { NewCaseEvent } from '../case/events.js';

/** The counter of the tracking register (挂号) of a year. */
export const registerSeries = (year: number): string => `tracking/${year}`;

/**
 * The next number of a series. The series stays locked until the transaction ends, so that two
 * dockets at once get different numbers and a refused one leaves no gap.
 */
export async function lockNext(tx: Transaction, series: string): Promise<number> {
  const lock = 'SELECT last FROM proposals.number_series WHERE tenant_id = $1 AND series = $2 FOR UPDATE';
  let [row] = await tx.query<{ last: number }>(lock, [tx.tenant, series]);
  if (!row) {
    await tx.query(
      'INSERT INTO proposals.number_series (tenant_id, series, last) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
      [tx.tenant, series],
    );
    [row] = await tx.query<{ last: number }>(lock, [tx.tenant, series]);
  }
  if (!row) throw new Error(`the number series ${series} cannot be locked`);
  return row.last + 1;
}

/** Moves the counters to what the events have used up. */
export async function advanceSeries(tx: Transaction, events: readonly NewCaseEvent[]): Promise<void> {
  const used = new Map<string, { highest: number; added: number }>();
  const note = (series: string, highest: number, added: number): void => {
    const before = used.get(series) ?? { highest: 0, added: 0 };
    used.set(series, { highest: Math.max(before.highest, highest), added: before.added + added });
  };
  for (const event of events) {
    if (event.type === 'proposal.docketed' && event.payload.serial !== null)
      note(event.payload.series, event.payload.serial, 0);
    if (event.type === 'entry.registered') note(registerSeries(event.payload.year), 0, 1);
  }
  for (const [series, { highest, added }] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.query(
      `INSERT INTO proposals.number_series AS s (tenant_id, series, last) VALUES ($1, $2, $3::int + $4::int)
       ON CONFLICT (tenant_id, series) DO UPDATE SET last = greatest(s.last, $3::int) + $4::int`,
      [tx.tenant, series, highest, added],
    );
  }
}
