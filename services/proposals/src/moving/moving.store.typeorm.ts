import type { Transaction } from '@duban/kernel/runtime';
import type { MovingStore } from './moving.store.js';

const RUNNING = `process_version IS NOT NULL AND (phase = 'HANDED_OVER' OR phase = 'CLOSED' AND EXISTS (
  SELECT FROM proposals.tracking_entry entry WHERE entry.tenant_id = proposal.tenant_id
    AND entry.proposal_id = proposal.id AND entry.ended_at IS NULL))`;
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** The cases of one transaction's locality that a move is about. */
export function movingStore(tx: Transaction): MovingStore {
  const ids = async (which: string, version: string, after: string | null, limit: number) => {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM proposals.proposal WHERE tenant_id = $1 AND ${RUNNING} AND process_version ${which} $2
         AND id > $3::uuid ORDER BY id LIMIT $4`,
      [tx.tenant, version, after ?? NOWHERE, limit],
    );
    return rows.map(({ id }) => id);
  };
  return {
    elsewhere: (version, after, limit) => ids('<>', version, after, limit),
    following: (version, after, limit) => ids('=', version, after, limit),
    count: () =>
      tx.query<{ version: string; cases: number }>(
        `SELECT process_version AS version, count(*)::int AS cases FROM proposals.proposal
         WHERE tenant_id = $1 AND ${RUNNING} GROUP BY process_version ORDER BY process_version`,
        [tx.tenant],
      ),
  };
}
