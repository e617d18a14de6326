import { addDays, type RecordedEvent } from '@duban/kernel';
import { type Scope, StatementTimedOut, type Transaction } from '@duban/kernel/runtime';
import { cellStore } from '../cells/cell.store.typeorm.js';
import type { EvaluationDatabase } from './evaluation-database.js';
import { randomCase } from './random-case.js';
import { SyntheticCase } from './synthetic-case.js';

type Next = (below: number) => number;

/** What can happen. */
export const OPERATIONS = ['event', 'regrade', 'withdrawal', 'redelivery', 'move', 'remake'] as const;
export type Operation = (typeof OPERATIONS)[number];
/** How often each happens of so many times altogether. */
export type Shares = Readonly<Record<Operation, number>>;
export const ALTOGETHER = 100_000;

const CLASSES: readonly (readonly [string, readonly string[]])[] = [
  ['A', ['SOLVED']],
  ['B', ['IN_PROGRESS', 'PLANNED']],
  ['C', ['DEFERRED', 'REFERENCE']],
];
const LEVELS = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const;
const NUMBERS_OF_WRITER = 1_000_000;
/** Cases that are under way at the same time. */
const OPEN = 12;
/** Moves lie in the past, each of a county after the one before. */
const FIRST_MOVE = '2024-01-01';
const MOST_MOVES = 900;
const MOST_AT_ONCE = 10;

type Course = {
  readonly database: EvaluationDatabase;
  readonly scopeOf: (tenant: number) => Scope;
  readonly next: Next;
  /** Which of the writers it is: cases and counties are nobody else's. */
  readonly index: number;
  readonly counties: readonly number[];
  readonly parents: readonly (readonly number[])[];
};

/** What a writer has done. */
export type Doing = {
  done(operation: Operation): void;
  touched(tenant: number, caseId?: string): void;
  moved(county: number, parent: number): void;
};

/** For specs: somebody to whose cases and counties anything happens, recorded in portions of any size. */
export class RandomWriter {
  private readonly open: { file: SyntheticCase; rest: RecordedEvent[] }[] = [];
  private readonly past = new Map<number, SyntheticCase[]>();
  private readonly moves = new Map<number, number>();
  private number: number;
  private portion: RecordedEvent[] = [];
  private disturbed: Promise<void> = Promise.resolve();

  constructor(
    private readonly course: Course,
    private readonly doing: Doing,
  ) {
    this.number = (course.index + 1) * NUMBERS_OF_WRITER;
  }

  /** So many operations, new cases and changes of old ones in these places. */
  async happen(count: number, shares: Shares, places: readonly number[]): Promise<void> {
    let size = this.anySize();
    for (let at = 0; at < count; at++) {
      await this.one(this.pick(shares), places);
      if (this.portion.length < size) continue;
      await this.record();
      size = this.anySize();
    }
    await this.record();
    await this.disturbed;
  }

  private async one(operation: Operation, places: readonly number[]): Promise<void> {
    if (operation === 'redelivery' || operation === 'move' || operation === 'remake') {
      await this.record();
      if (operation === 'move') await this.move();
      else this.meanwhile(operation, this.any(places));
    } else {
      const events = this.eventsOf(operation, places);
      // Nobody's case is at its end yet.
      if (events.length === 0) return this.one('event', places);
      for (const { tenant, stream } of events) this.doing.touched(tenant, stream.slice('proposal:'.length));
      this.portion.push(...events);
    }
    this.doing.done(operation);
  }

  private eventsOf(
    operation: 'event' | 'regrade' | 'withdrawal',
    places: readonly number[],
  ): readonly RecordedEvent[] {
    if (operation === 'event') return [this.event(places)];
    return operation === 'regrade' ? this.regrade(places) : this.later(places, 'proposal.withdrawn', {});
  }

  private async record(): Promise<void> {
    const events = this.portion;
    this.portion = [];
    await this.course.database.record(events);
  }

  /** From one event to a few hundred, small and large ones as often. */
  private anySize(): number {
    return 1 + this.course.next(2 ** (1 + this.course.next(MOST_AT_ONCE)));
  }

  private pick(shares: Shares): Operation {
    let left = this.course.next(ALTOGETHER);
    for (const operation of OPERATIONS) {
      if (left < shares[operation]) return operation;
      left -= shares[operation];
    }
    return 'event';
  }

  private any<Of>(of: readonly Of[]): Of {
    return of[this.course.next(of.length)] as Of;
  }

  /** The next event of a case that is under way, or the first of a new one. */
  private event(places: readonly number[]): RecordedEvent {
    while (this.open.length < OPEN) this.open.push(this.begin(this.any(places)));
    const at = this.course.next(OPEN);
    const { file, rest } = this.open[at] as (typeof this.open)[number];
    const event = rest.shift() as RecordedEvent;
    if (rest.length === 0) {
      this.open.splice(at, 1);
      const past = this.past.get(file.tenant) ?? [];
      this.past.set(file.tenant, past);
      // What has been recorded need not be held any more.
      past.push(new SyntheticCase(file.caseId, file.tenant));
    }
    return event;
  }

  private begin(tenant: number) {
    const file = randomCase(this.number++, tenant, 1, this.course.next);
    return { file, rest: [...file.events] };
  }

  /** Another class, another level, or both; of an assignment that may have neither so far. */
  private regrade(places: readonly number[]): RecordedEvent[] {
    const [local, outcomes] = this.any(CLASSES);
    const level = this.any(LEVELS);
    const change = this.course.next(3);
    const respondent = '00000000-0000-7000-8000-0000000000aa';
    const feedback = { respondent, axis: 'RESULT', level, canonicalLevel: level };
    return [
      ...(change > 0 ? this.later(places, 'class.confirmed', { class: local, outcomes }) : []),
      ...(change < 2 ? this.later(places, 'feedback.given', feedback) : []),
    ];
  }

  /** Something that is recorded of a case whose events are all there; often of a day that lies before them. */
  private later(places: readonly number[], type: string, payload: Record<string, unknown>): RecordedEvent[] {
    const past = this.past.get(this.any(places)) ?? [];
    if (past.length === 0) return [];
    const { caseId, tenant } = this.any(past);
    const file = new SyntheticCase(caseId, tenant);
    const assigned = type === 'proposal.withdrawn' ? {} : { assignmentId: file.id(1) };
    return file.add(addDays('2023-06-01', this.course.next(700)), type, { ...assigned, ...payload }).events;
  }

  /** It waits for whoever follows the place, one after the other; what is written does not. */
  private meanwhile(operation: 'redelivery' | 'remake', tenant: number): void {
    const [back, forgotten] = [this.course.next(200), this.course.next(2) === 1];
    this.disturbed = this.disturbed.then(() =>
      this.onceFree(tenant, (tx) =>
        operation === 'remake' ? cellStore(tx).rebuild() : deliverAgain(tx, back, forgotten),
      ),
    );
    this.doing.touched(tenant);
    // A failure is heard of at the end of the round.
    this.disturbed.catch(() => {});
  }

  /** Who folds the place may hold its rows for longer than a lock is waited for. */
  private async onceFree(tenant: number, work: (tx: Transaction) => Promise<void>): Promise<void> {
    try {
      await this.course.database.relay.transaction(this.course.scopeOf(tenant), 'write', work);
    } catch (error) {
      if (!(error instanceof StatementTimedOut)) throw error;
      await this.onceFree(tenant, work);
    }
  }

  private async move(): Promise<void> {
    const number = this.any(this.course.counties);
    const moves = this.moves.get(number) ?? 0;
    if (moves > MOST_MOVES) return;
    this.moves.set(number, moves + 1);
    const ancestors = this.any(this.course.parents);
    const from = addDays(FIRST_MOVE, moves);
    this.doing.moved(number, ancestors[0] as number);
    this.doing.touched(number);
    await this.course.database.register([{ number, level: 'COUNTY', ancestors, from }]);
  }
}

/** The last events once more; sometimes nobody remembers either how far each case had been folded. */
async function deliverAgain(tx: Transaction, back: number, forgotten: boolean): Promise<void> {
  await tx.query(
    `UPDATE evaluation.consumer_cursor SET position = greatest(0, position - $2) WHERE tenant_id = $1 AND source = 'proposals'`,
    [tx.tenant, back],
  );
  if (forgotten) await tx.query('DELETE FROM evaluation.folded_case WHERE tenant_id = $1', [tx.tenant]);
}
