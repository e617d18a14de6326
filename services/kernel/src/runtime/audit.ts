import { GENESIS, hashOf } from './event-log.js';
import { type EventRow, fromRow } from './event-row.js';
import type { Transaction } from './scope.js';

/** A head that was written down elsewhere (handed to the level above): the log must still contain it. Hash in hex. */
export type NotedHead = { readonly position: number; readonly hash: string };

export type ChainVerdict =
  | { readonly ok: true; readonly position: number; readonly hash: string }
  | { readonly ok: false; readonly badPosition: number; readonly reason: string };

type Link = { readonly position: number; readonly hash: Buffer };
type Fault = { readonly ok: false; readonly badPosition: number; readonly reason: string };

const BATCH = 2000;

/**
 * Recomputes the chain of the transaction's locality and names the first bad row: an edit, a
 * deletion, a swap, or a cut tail (against `event_head`, and against `noted`, which also finds a tail
 * that was cut together with the head). Reads in batches, so its memory does not grow with the log.
 */
export async function verifyChain(tx: Transaction, noted?: NotedHead): Promise<ChainVerdict> {
  let last: Link = { position: 0, hash: GENESIS };
  for (let full = true; full; ) {
    const rows = await tx.query<EventRow>(
      `SELECT * FROM ${tx.schema}.event WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT ${BATCH}`,
      [tx.tenant, last.position],
    );
    for (const row of rows) {
      const fault = linkFault(last, row) ?? notedFault(row, noted);
      if (fault) return fault;
      last = row;
    }
    full = rows.length === BATCH;
  }
  const fault = tailFault(last, await readHead(tx), noted);
  return fault ?? { ok: true, position: last.position, hash: last.hash.toString('hex') };
}

async function readHead(tx: Transaction): Promise<Link> {
  const [head] = await tx.query<Link>(
    `SELECT position, hash FROM ${tx.schema}.event_head WHERE tenant_id = $1`,
    [tx.tenant],
  );
  return head ?? { position: 0, hash: GENESIS };
}

function linkFault(last: Link, row: EventRow): Fault | null {
  const expected = last.position + 1;
  if (row.position !== expected)
    return bad(expected, `event ${expected} is missing (deleted); the next one is ${row.position}`);
  const whole = row.hash.equals(hashOf(row.prev_hash, fromRow(row)));
  if (!row.prev_hash.equals(last.hash)) {
    // A row that is whole in itself still tells what stood before it: then that one was rewritten.
    const before = whole && last.position > 0;
    return bad(before ? last.position : row.position, 'the chain breaks here (edited, swapped or replaced)');
  }
  return whole ? null : bad(row.position, 'its content does not match its hash (edited)');
}

const notedFault = (row: EventRow, noted?: NotedHead): Fault | null =>
  noted?.position === row.position && noted.hash !== row.hash.toString('hex')
    ? bad(row.position, 'it differs from the head noted elsewhere (the chain was rewritten)')
    : null;

function tailFault(last: Link, head: Link, noted?: NotedHead): Fault | null {
  if (last.position < head.position)
    return bad(last.position + 1, `the tail is cut: the log should reach event ${head.position}`);
  if (last.position > head.position || !last.hash.equals(head.hash))
    return bad(last.position, `it is not what the log's head says (event ${head.position})`);
  if (noted && noted.position > last.position)
    return bad(last.position + 1, `the tail is cut: event ${noted.position} was noted elsewhere`);
  return null;
}

const bad = (badPosition: number, reason: string): Fault => ({ ok: false, badPosition, reason });
