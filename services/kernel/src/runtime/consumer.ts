import type { RecordedEvent } from '../event.js';
import { together } from '../together.js';
import {
  claimCursor,
  claimNext,
  delayCursor,
  findWork,
  moveCursor,
  readLag,
  relayScope,
  requireUnbroken,
  startCursor,
  type Work,
} from './cursor.js';
import type { Database } from './database.js';
import { DatabaseUnavailable, sqlStateOf } from './errors.js';
import type { Log } from './log.js';
import { type Loop, startLoop } from './loop.js';
import { newId } from './new-id.js';
import type { Transaction } from './scope.js';

export type ConsumerOptions = {
  /** Opened with the relay role of the consuming service; `database.schema` is the consumer's schema. */
  readonly database: Database;
  /** The service (schema) whose log is read. */
  readonly source: string;
  /** The consuming service; names the consumer in the log. */
  readonly consumer: string;
  /** Applies a batch of one locality, in order, in the transaction that also moves the cursor. May run again after a rollback. */
  readonly apply: (tx: Transaction, tenant: number, events: RecordedEvent[]) => Promise<void>;
  readonly log: Log;
  /** Pause between looks for work. */
  readonly pollMs?: number;
  /** Pause after work: what is recorded in it is applied together, in one transaction a locality. Left out: as between looks. */
  readonly gatherMs?: number;
  /** Pause after much work at once; after less it is between the two. Left out: as after any. */
  readonly gatherMostMs?: number;
  /** Events in one transaction. */
  readonly batch?: number;
  /** Localities worked on at once; at most the database's pool. */
  readonly parallel?: number;
};

export type ConsumerLag = {
  /** Events not applied yet. */
  readonly events: number;
  /** Localities with events not applied yet. */
  readonly localities: number;
  /** Of these, the ones that stand still at an event that cannot be applied. */
  readonly parked: number;
};

/** Something that brings what it keeps up to date with what others have written. */
export type Follower = Loop & {
  /** True when every locality's cursor has reached the head of its log. */
  caughtUp(): Promise<boolean>;
  /** Over all localities, or over the given ones. */
  lag(tenants?: readonly number[]): Promise<ConsumerLag>;
};

export type Consumer = Follower & {
  /** Has a listener told whenever a cursor was moved here. */
  onMoved(listener: () => void): void;
};

const DEFAULTS = { pollMs: 200, batch: 1000, parallel: 4 };
/** So many events of one round may be followed by the least pause; more of them by one that is longer in proportion. */
const FEW = 8;
const ATTEMPTS_BEFORE_PARKING = 4;
const PARKED_RETRY_MS = 60_000;
const WORK_AT_ONCE = 500;
const LOOKS_BETWEEN = 25;

type Settings = Required<ConsumerOptions> & {
  readonly moved: () => void;
  /** What was seen last, by this consumer alone. */
  readonly seen: { looks: number; rest: number | null };
};

/**
 * Applies another service's events, per locality in the order of their positions, each exactly once.
 * Several consumers may run at the same time, also in several processes. An event that cannot be
 * applied is tried a few times and then parked: its locality waits (and is tried again every
 * minute), the others go on.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const listeners: (() => void)[] = [];
  const { pollMs = DEFAULTS.pollMs, gatherMs = pollMs } = options;
  const moved = (): void => {
    for (const listener of listeners) listener();
  };
  const settings: Settings = {
    ...DEFAULTS,
    gatherMs,
    gatherMostMs: gatherMs,
    ...options,
    moved,
    seen: { looks: 0, rest: null },
  };
  const { database, source } = settings;
  const loop = startLoop((stopped) => oneRound(settings, stopped));
  const lag = (tenants?: readonly number[]): Promise<ConsumerLag> =>
    readLag(database, source, tenants ?? null);
  return {
    onMoved: (listener) => listeners.push(listener),
    lag,
    caughtUp: async () => (await lag()).localities === 0,
    ...loop,
  };
}

/**
 * One look for work and one batch for each locality found. Gives the pause before the next: none when there
 * is more than was worked on, and a moment in which more may come when all of it was.
 */
async function oneRound(settings: Settings, stopped: () => boolean): Promise<number> {
  const { source, log, consumer, parallel } = settings;
  try {
    const work = await look(settings);
    let more = work.length === WORK_AT_ONCE;
    let events = 0;
    const lane = async (): Promise<void> => {
      for (let item = work.shift(); item && !stopped(); item = work.shift()) {
        const applied = await workOn(settings, item);
        events += applied;
        more ||= applied >= settings.batch;
        if (applied > 0) settings.moved();
      }
    };
    // All lanes end before this round does, also when one fails: `stop` means that nothing runs any more.
    await together(Array.from({ length: parallel }, lane));
    if (events === 0) return settings.pollMs;
    return more ? 0 : gatherAfter(events, settings);
  } catch (error) {
    log.warn({ consumer, source, code: sqlStateOf(error), err: error }, 'looking for events failed');
    return settings.pollMs;
  }
}

/** The busier it is the longer: what comes at a time costs much less together, and nobody looks at every event. */
const gatherAfter = (events: number, { gatherMs, gatherMostMs }: Settings): number =>
  Math.min(gatherMostMs, gatherMs * Math.max(1, events / FEW));

/** Now and then at every cursor: one may have been set back by hand. */
async function look({ database, source, seen }: Settings): Promise<Work[]> {
  const known = seen.looks % LOOKS_BETWEEN === 0 ? null : seen.rest;
  seen.looks += 1;
  const { work, rest } = await findWork(database, source, WORK_AT_ONCE, known);
  seen.rest = rest;
  return work;
}

/** Gives how many events were applied. */
async function workOn(settings: Settings, work: Work): Promise<number> {
  try {
    return await applyBatch(settings, work, settings.batch);
  } catch (error) {
    // Not the event's fault: the next look will find the locality again.
    if (error instanceof DatabaseUnavailable) throw error;
    return applyOneByOne(settings, work);
  }
}

/** After a batch failed: everything up to the event that cannot be applied still is. */
async function applyOneByOne(settings: Settings, work: Work): Promise<number> {
  const seen = { position: -1 };
  let moved = 0;
  try {
    while ((await applyBatch(settings, work, 1, seen)) > 0) moved += 1;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    await delay(settings, work, seen.position, error);
  }
  return moved;
}

/** Effect and cursor in one transaction. Gives the number of events applied; 0 when another consumer has the locality. */
function applyBatch(
  { database, source, apply }: Settings,
  work: Work,
  limit: number,
  seen = { position: -1 },
): Promise<number> {
  return database.transaction(relayScope(work.tenant), 'write', async (tx) => {
    if (!work.started) await startCursor(tx, source);
    const claimed = await claimNext(tx, source, limit);
    if (!claimed) return 0;
    const { cursor, events } = claimed;
    seen.position = cursor.position;
    await requireUnbroken(tx, source, cursor.position, events);
    if (events.length === 0) return 0;
    await apply(tx, work.tenant, events);
    await moveCursor(tx, source, cursor.position + events.length);
    return events.length;
  });
}

async function delay(settings: Settings, work: Work, position: number, error: unknown): Promise<void> {
  const { database, source, consumer, log } = settings;
  await database.transaction(relayScope(work.tenant), 'write', async (tx) => {
    const cursor = await claimCursor(tx, source);
    // Moved meanwhile by another consumer: then it was not the event's fault.
    if (cursor?.position !== position) return;
    const attempts = cursor.attempts + 1;
    const parked = attempts >= ATTEMPTS_BEFORE_PARKING;
    const waitMs = parked ? PARKED_RETRY_MS : 100 * 2 ** attempts;
    const errorId = newId();
    await delayCursor(tx, source, { attempts, parked, waitMs, errorId });
    const about = { consumer, source, tenant: work.tenant, position: cursor.position + 1, attempts, errorId };
    log[parked ? 'error' : 'warn']({ ...about, err: error }, parked ? 'event is parked' : 'event failed');
  });
}
