import type { RecordedEvent } from '../event.js';

/** A row of `event` as the driver gives it. */
export type EventRow = {
  readonly tenant_id: number;
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly stream_version: number;
  readonly type: string;
  readonly payload: unknown;
  readonly actor_id: string | null;
  readonly actor_role: string;
  readonly acting_for: string | null;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly idempotency_key: string | null;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
};

/** The columns that an event is read from: all but the hashes, which only the audit needs. */
export const EVENT_COLUMNS =
  'tenant_id, position, id, stream, stream_version, type, payload, actor_id, actor_role, acting_for, occurred_at, recorded_at, idempotency_key';

export const fromRow = (row: Omit<EventRow, 'prev_hash' | 'hash'>): RecordedEvent => ({
  id: row.id,
  tenant: row.tenant_id,
  position: row.position,
  stream: row.stream,
  streamVersion: row.stream_version,
  type: row.type,
  payload: row.payload,
  actorId: row.actor_id,
  actorRole: row.actor_role,
  actingFor: row.acting_for,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  idempotencyKey: row.idempotency_key,
});
