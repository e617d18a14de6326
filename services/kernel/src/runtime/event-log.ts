import { createHash } from 'node:crypto';
import { canonicalJson, type NewEvent, type RecordedEvent } from '../event.js';
import { StaleVersion } from './errors.js';
import { EVENT_COLUMNS, type EventRow, fromRow } from './event-row.js';
import { newId } from './new-id.js';
import type { Scope, StreamAppend } from './scope.js';

/** One statement on the transaction's connection. */
export type Statement = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

type Head = { position: number; hash: Buffer; recordedAt: number; changed: boolean };

/** The hash before the first event of a locality. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** What an event's hash covers: the hash before it and every column, as canonical JSON. */
export const hashOf = (previous: Buffer, event: RecordedEvent): Buffer =>
  createHash('sha256').update(previous).update(canonicalJson(event)).digest();

/** The log of one schema as one transaction uses it. */
export class EventLog {
  private head: Head | null = null;

  constructor(
    private readonly schema: string,
    private readonly scope: Scope,
    private readonly run: Statement,
  ) {}

  async load(stream: string): Promise<RecordedEvent[]> {
    const rows = await this.run<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM ${this.schema}.event WHERE tenant_id = $1 AND stream = $2 ORDER BY stream_version`,
      [this.scope.tenant, stream],
    );
    return rows.map(fromRow);
  }

  async append(
    stream: string,
    expectedVersion: number,
    events: readonly NewEvent[],
  ): Promise<RecordedEvent[]> {
    return this.appendAll([{ stream, expectedVersion, events }]);
  }

  async appendAll(appends: readonly StreamAppend[]): Promise<RecordedEvent[]> {
    const wanted = appends.filter(({ events }) => events.length > 0);
    if (wanted.length === 0) return [];
    const head = this.head ?? (await this.lockHead());
    await this.requireVersions(wanted);
    let { hash, position } = head;
    const rows = wanted.flatMap(({ stream, expectedVersion, events }) =>
      events.map((event, index) => {
        position += 1;
        const recorded = this.record(event, stream, head.recordedAt, position, expectedVersion + index + 1);
        const previous = hash;
        hash = hashOf(previous, recorded);
        return { recorded, previous, hash };
      }),
    );
    await this.insert(rows);
    this.head = { ...head, position, hash, changed: true };
    return rows.map(({ recorded }) => recorded);
  }

  /** Writes the head once per transaction, last: ten thousand updates of one row would be slow. */
  async close(): Promise<void> {
    if (!this.head?.changed) return;
    const { position, hash, recordedAt } = this.head;
    await this.run(
      `UPDATE ${this.schema}.event_head SET position = $2, hash = $3, recorded_at = $4 WHERE tenant_id = $1`,
      [this.scope.tenant, position, hash, new Date(recordedAt).toISOString()],
    );
    this.head.changed = false;
  }

  /**
   * Holding the locality's head until commit is what makes positions gap-free and visible in order.
   * The recorded time is taken under the lock, so it never goes back along the positions.
   */
  private async lockHead(): Promise<Head> {
    const { schema, scope } = this;
    const lock = `SELECT position, hash, recorded_at, clock_timestamp() AS now FROM ${schema}.event_head WHERE tenant_id = $1 FOR UPDATE`;
    type HeadRow = { position: number; hash: Buffer; recorded_at: Date; now: Date };
    let rows = await this.run<HeadRow>(lock, [scope.tenant]);
    if (rows.length === 0) {
      await this.run(
        `INSERT INTO ${schema}.event_head (tenant_id, position, hash, recorded_at) VALUES ($1, 0, $2, 'epoch') ON CONFLICT DO NOTHING`,
        [scope.tenant, GENESIS],
      );
      rows = await this.run<HeadRow>(lock, [scope.tenant]);
    }
    const [row] = rows;
    if (!row) throw new Error(`the log of locality ${scope.tenant} cannot be locked`);
    const recordedAt = Math.max(row.now.getTime(), row.recorded_at.getTime());
    return { position: row.position, hash: row.hash, recordedAt, changed: false };
  }

  private async requireVersions(appends: readonly StreamAppend[]): Promise<void> {
    const rows = await this.run<{ stream: string; version: number }>(
      `SELECT stream, max(stream_version) AS version FROM ${this.schema}.event WHERE tenant_id = $1 AND stream = ANY ($2::text[]) GROUP BY stream`,
      [this.scope.tenant, appends.map(({ stream }) => stream)],
    );
    const versions = new Map(rows.map(({ stream, version }) => [stream, version]));
    for (const { stream, expectedVersion, events } of appends) {
      const version = versions.get(stream) ?? 0;
      if (version !== expectedVersion) throw new StaleVersion(stream, expectedVersion, version);
      versions.set(stream, version + events.length);
    }
  }

  private record(
    event: NewEvent,
    stream: string,
    at: number,
    position: number,
    streamVersion: number,
  ): RecordedEvent {
    const { tenant, viewer, role, actor, actingFor, idempotencyKey } = this.scope;
    const recordedAt = new Date(at).toISOString();
    return {
      id: newId(),
      tenant,
      position,
      stream,
      streamVersion,
      type: event.type,
      // Through JSON once, so that what is hashed is what will be read back.
      payload: JSON.parse(JSON.stringify(event.payload ?? {})),
      actorId: actor,
      actorRole: viewer?.role ?? role ?? 'SYSTEM',
      actingFor: actingFor ?? null,
      occurredAt: event.occurredAt === undefined ? recordedAt : new Date(event.occurredAt).toISOString(),
      recordedAt,
      idempotencyKey: idempotencyKey ?? null,
    };
  }

  private async insert(rows: { recorded: RecordedEvent; previous: Buffer; hash: Buffer }[]): Promise<void> {
    const column = <Value>(pick: (event: RecordedEvent) => Value): Value[] =>
      rows.map(({ recorded }) => pick(recorded));
    await this.run(
      `INSERT INTO ${this.schema}.event (tenant_id, actor_id, actor_role, acting_for, idempotency_key, recorded_at,
         position, id, stream, stream_version, type, payload, occurred_at, prev_hash, hash)
       SELECT $1, $2, $3, $4, $5, $6, *
       FROM unnest($7::bigint[], $8::uuid[], $9::text[], $10::int[], $11::text[], $12::jsonb[], $13::timestamptz[], $14::bytea[], $15::bytea[])`,
      [
        ...sharedColumns(rows[0]?.recorded as RecordedEvent),
        column((event) => event.position),
        column((event) => event.id),
        column((event) => event.stream),
        column((event) => event.streamVersion),
        column((event) => event.type),
        column((event) => JSON.stringify(event.payload)),
        column((event) => event.occurredAt),
        rows.map((row) => row.previous),
        rows.map((row) => row.hash),
      ],
    );
  }
}

const sharedColumns = (event: RecordedEvent): unknown[] => [
  event.tenant,
  event.actorId,
  event.actorRole,
  event.actingFor,
  event.idempotencyKey,
  event.recordedAt,
];
