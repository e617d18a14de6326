import type { Transaction } from '@duban/kernel/runtime';
import { LRUCache } from 'lru-cache';
import type { UnitSaid } from './unit-systems.js';

/** Localities of which is remembered what their units said; those not asked about for longest are forgotten. */
const MOST = 1_000;

type Heard = { readonly said: readonly UnitSaid[]; readonly upTo: number };
type Row = {
  readonly position: number;
  readonly recordedAt: Date;
  readonly unitId: unknown;
  readonly system: unknown;
};

const NOTHING: Heard = { said: [], upTo: 0 };

/**
 * What the units service has said of its units' systems, in the order of its log. A log is only ever added to,
 * and seen in the order of its positions: what was read once is not read again, only what came after it.
 */
export class UnitsSaid {
  readonly #heard = new LRUCache<number, Heard>({ max: MOST });

  /** Of the transaction's locality, by now. */
  async by(tx: Transaction): Promise<readonly UnitSaid[]> {
    const known = this.#heard.get(tx.tenant) ?? NOTHING;
    const rows = await tx.query<Row>(
      `SELECT position, recorded_at AS "recordedAt", payload -> 'unitId' AS "unitId", payload -> 'system' AS system
       FROM units.event WHERE tenant_id = $1 AND position > $2 AND type IN ('unit.registered', 'unit.amended') ORDER BY position`,
      [tx.tenant, known.upTo],
    );
    const news = rows.flatMap(({ unitId, system, recordedAt }) =>
      typeof unitId === 'string' && typeof system === 'string'
        ? [{ unitId, system, recordedAt: recordedAt.toISOString() }]
        : [],
    );
    const now = { said: [...known.said, ...news], upTo: rows.at(-1)?.position ?? known.upTo };
    this.#heard.set(tx.tenant, now);
    return now.said;
  }
}
