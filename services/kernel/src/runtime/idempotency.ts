import { createHash } from 'node:crypto';
import { canonicalJson } from '../event.js';
import { type Refused, refuse } from '../refusal.js';
import type { Transaction } from './scope.js';

/** A request as its key remembers it. */
export type KeyedRequest = { readonly key: string; readonly action: string; readonly hash: Buffer };

export const keyedRequest = (key: string, action: string, input: unknown): KeyedRequest => ({
  key,
  action,
  hash: createHash('sha256').update(canonicalJson({ action, input })).digest(),
});

type Row = { action: string; request_hash: Buffer; answer: unknown };

/**
 * The answer already given to this key, a refusal when the key belongs to another request, or null.
 * A second request with the same key waits here until the first is decided, so that both get one answer.
 */
export async function findAnswer(
  tx: Transaction,
  { key, action, hash }: KeyedRequest,
): Promise<{ readonly answer: unknown } | Refused | null> {
  const { schema, tenant, scope } = tx;
  const lock = `${schema}/${tenant}/${scope.actor}/${key}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  const [row] = await tx.query<Row>(
    `SELECT action, request_hash, answer FROM ${schema}.idempotency WHERE tenant_id = $1 AND actor_id = $2 AND key = $3`,
    [tenant, scope.actor, key],
  );
  if (!row) return null;
  const same = row.action === action && row.request_hash.equals(hash);
  return same ? { answer: row.answer } : refuse('IDEMPOTENCY_KEY_REUSED');
}

/** Stores the answer beside its effect and gives it as a later repetition will read it. */
export async function storeAnswer(
  tx: Transaction,
  { key, action, hash }: KeyedRequest,
  answer: unknown,
): Promise<unknown> {
  const [row] = await tx.query<{ answer: unknown }>(
    `INSERT INTO ${tx.schema}.idempotency (tenant_id, actor_id, key, action, request_hash, answer, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7) RETURNING answer`,
    [tx.tenant, tx.scope.actor, key, action, hash, JSON.stringify(answer ?? null), tx.recordedAt],
  );
  return row?.answer;
}
