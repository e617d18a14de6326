import type { RecordedEvent } from '../event.js';
import type { Database } from './database.js';
import { EVENT_COLUMNS, type EventRow, fromRow } from './event-row.js';
import type { Scope, Transaction } from './scope.js';

// The relay's look over all localities is bound by its policies to heads and cursors; the number is
// only there because every scope has one.
const OVERVIEW: Scope = { tenant: 1, tenants: [], purpose: 'RELAY', actor: null };
export const relayScope = (tenant: number): Scope => ({ ...OVERVIEW, tenant, tenants: [tenant] });

/** A locality with events to apply. */
export type Work = { readonly tenant: number; readonly head: number; readonly started: boolean };

/** What a look found. */
export type Found = {
  /** Localities whose cursor is behind their log and may be worked on now; the ones furthest behind in time first. */
  readonly work: Work[];
  /** The sum of all positions when nothing is behind, and null when something is. */
  readonly rest: number | null;
};

type FoundRow = { readonly state: number; readonly delayed: boolean | null } & (
  | Work
  | { readonly tenant: null }
);

/**
 * Looks for work. Positions only grow: while their sum is that of a look that found everything at rest
 * (`rest`), no cursor is looked at.
 */
export async function findWork(
  database: Database,
  source: string,
  limit: number,
  rest: number | null,
): Promise<Found> {
  const { schema } = database;
  const rows = await database.look<FoundRow>(
    OVERVIEW,
    `SELECT log.state, work.*, CASE WHEN log.state IS DISTINCT FROM $3::bigint THEN
       EXISTS (SELECT FROM ${schema}.consumer_cursor WHERE source = $1 AND retry_at IS NOT NULL) END AS delayed
     FROM (SELECT coalesce(sum(position), 0)::bigint AS state FROM ${source}.event_head) log
     LEFT JOIN LATERAL (
       SELECT head.tenant_id AS tenant, head.position AS head, cursor.tenant_id IS NOT NULL AS started
       FROM ${source}.event_head head
       LEFT JOIN ${schema}.consumer_cursor cursor ON cursor.tenant_id = head.tenant_id AND cursor.source = $1
       WHERE log.state IS DISTINCT FROM $3::bigint AND head.position > coalesce(cursor.position, 0)
         AND (cursor.retry_at IS NULL OR cursor.retry_at <= clock_timestamp())
       ORDER BY head.recorded_at, head.tenant_id LIMIT $2) work ON true`,
    [source, limit, rest],
  );
  const work = rows.filter((row): row is FoundRow & Work => row.tenant !== null);
  const [first] = rows;
  const calm = work.length === 0 && first !== undefined && first.delayed !== true;
  return { work, rest: calm ? first.state : null };
}

export type Cursor = { readonly position: number; readonly attempts: number };

/** Puts the locality's cursor at the beginning, unless somebody has. */
export const startCursor = (tx: Transaction, source: string): Promise<unknown> =>
  tx.query(
    `INSERT INTO ${tx.schema}.consumer_cursor (tenant_id, source, position, moved_at) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING`,
    [tx.tenant, source, tx.recordedAt],
  );

const claim = (tx: Transaction): string =>
  `SELECT position, attempts FROM ${tx.schema}.consumer_cursor WHERE tenant_id = $1 AND source = $2 FOR UPDATE SKIP LOCKED`;

/** The locality's cursor, locked; null when another consumer has it. */
export async function claimCursor(tx: Transaction, source: string): Promise<Cursor | null> {
  const [row] = await tx.query<Cursor>(claim(tx), [tx.tenant, source]);
  return row ?? null;
}

type ClaimedRow = EventRow & { readonly reached: number; readonly attempts: number };

/**
 * The locality's cursor, locked, with the next events of its log, whose positions nobody has looked at; null
 * when another consumer has it. An event that failed before comes alone, lest it takes others with it again.
 *
 * One statement: should the cursor have moved just before it was locked, events after where it is now are
 * read as they were a moment ago, which may be none.
 */
export async function claimNext(
  tx: Transaction,
  source: string,
  limit: number,
): Promise<{ readonly cursor: Cursor; readonly events: RecordedEvent[] } | null> {
  // Both ends of the stretch, since positions have no gaps: with LIMIT instead, a policy that the
  // planner cannot judge makes it sort everything that is left, each time.
  const rows = await tx.query<ClaimedRow>(
    `WITH claimed AS MATERIALIZED (${claim(tx)})
     SELECT claimed.position AS reached, attempts, next.* FROM claimed
     LEFT JOIN (SELECT ${EVENT_COLUMNS} FROM ${source}.event) next ON next.tenant_id = $1 AND next.position > claimed.position
       AND next.position <= claimed.position + CASE WHEN attempts > 0 THEN 1 ELSE $3::bigint END
     ORDER BY next.position`,
    [tx.tenant, source, limit],
  );
  const [first] = rows;
  if (!first) return null;
  const cursor = { position: first.reached, attempts: first.attempts };
  return { cursor, events: rows.filter(({ position }) => position !== null).map(fromRow) };
}

/** Throws when the events do not follow each other and what is before them: a gap must never be stepped over. */
export async function requireUnbroken(
  tx: Transaction,
  source: string,
  after: number,
  events: readonly RecordedEvent[],
): Promise<void> {
  for (const [index, { position }] of events.entries()) requirePosition(source, after + index + 1, position);
  if (events.length > 0) return;
  // Nothing in the stretch: then there must be nothing after it either.
  const [row] = await tx.query<{ position: number | null }>(
    `SELECT min(position) AS position FROM ${source}.event WHERE tenant_id = $1 AND position > $2`,
    [tx.tenant, after],
  );
  if (row?.position) requirePosition(source, after + 1, row.position);
}

function requirePosition(source: string, expected: number, found: number): void {
  if (found !== expected) throw new Error(`log of ${source}: event ${expected} is missing, found ${found}`);
}

export const moveCursor = (tx: Transaction, source: string, position: number): Promise<unknown> =>
  tx.query(
    `UPDATE ${tx.schema}.consumer_cursor
     SET position = $3, attempts = 0, retry_at = NULL, parked_at = NULL, error_id = NULL, moved_at = clock_timestamp()
     WHERE tenant_id = $1 AND source = $2`,
    [tx.tenant, source, position],
  );

/** Notes that the event after the cursor could not be applied, and when to try it again. */
export const delayCursor = (
  tx: Transaction,
  source: string,
  failure: {
    readonly attempts: number;
    readonly parked: boolean;
    readonly waitMs: number;
    readonly errorId: string;
  },
): Promise<unknown> =>
  tx.query(
    `UPDATE ${tx.schema}.consumer_cursor
     SET attempts = $3, retry_at = clock_timestamp() + $4 * interval '1 millisecond',
       parked_at = CASE WHEN $5 THEN coalesce(parked_at, clock_timestamp()) END, error_id = $6
     WHERE tenant_id = $1 AND source = $2`,
    [tx.tenant, source, failure.attempts, failure.waitMs, failure.parked, failure.errorId],
  );

export type LagRow = { readonly events: number; readonly localities: number; readonly parked: number };

/** How far the cursors are behind, over all localities or the given ones. */
export async function readLag(
  database: Database,
  source: string,
  tenants: readonly number[] | null,
): Promise<LagRow> {
  const [row] = await database.look<LagRow>(
    OVERVIEW,
    `SELECT coalesce(sum(head.position - coalesce(cursor.position, 0)), 0)::bigint AS events,
       count(*) AS localities, count(cursor.parked_at) AS parked
     FROM ${source}.event_head head
     LEFT JOIN ${database.schema}.consumer_cursor cursor ON cursor.tenant_id = head.tenant_id AND cursor.source = $1
     WHERE head.position > coalesce(cursor.position, 0) AND ($2::int[] IS NULL OR head.tenant_id = ANY ($2::int[]))`,
    [source, tenants],
  );
  return row as LagRow;
}
