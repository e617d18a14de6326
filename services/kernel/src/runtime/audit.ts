import type { Transaction } from './scope.js';

/** A head that was written down elsewhere (handed to the level above): the log must still contain it. */
export type NotedHead = { readonly position: number; readonly hash: string };

export type ChainVerdict =
  | { readonly ok: true; readonly position: number; readonly hash: string }
  | { readonly ok: false; readonly badPosition: number; readonly reason: string };

/**
 * Recomputes the chain of the transaction's locality and names the first bad row: an edit, a
 * deletion, a swap, or a cut tail (against `event_head` and, where given, a head noted elsewhere).
 */
export async function verifyChain(_tx: Transaction, _noted?: NotedHead): Promise<ChainVerdict> {
  throw new Error('not yet');
}
