import { addDays, type RecordedEvent } from '@duban/kernel';
import { type Scope, StatementTimedOut, type Transaction } from '@duban/kernel/runtime';
import { cellStore } from '../cells/cell.store.typeorm.js';
import type { EvaluationDatabase } from './evaluation-database.js';
import { randomCase } from './random-case.js';
import type { SyntheticCase } from './synthetic-case.js';

type Next = (below: number) => number;

/** What can happen, and how often of a thousand times. */
const OPERATIONS = {
  event: 800,
  regrade: 130,
  withdrawal: 45,
  redelivery: 15,
  move: 5,
  remake: 5,
} as const;
type Operation = keyof typeof OPERATIONS;

const CLASSES: readonly (readonly [string, readonly string[]])[] = [
  ['A', ['SOLVED']],
  ['B', ['IN_PROGRESS', 'PLANNED']],
  ['C', ['DEFERRED', 'REFERENCE']],
];
const LEVELS = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const;

const COUNTIES = [411, 412, 511];
/** Where a county may be put: under a city, or under a province that has no city for it. */
const PARENTS: readonly (readonly number[])[] = [
  [41, 4, 1],
  [51, 5, 1],
  [5, 1],
];
const FIRST_NUMBER = 10_000;
/** Cases that are under way at the same time. */
const OPEN = 40;
/** Moves have to lie in the past, each after the one before. */
const MOST_MOVES = 150;

/** For specs: what happens in a few counties and the places above them, at random, recorded in portions. */
export class RandomLife {
  /** How often each kind has happened. */
  readonly done: Record<Operation, number> = {
    event: 0,
    regrade: 0,
    withdrawal: 0,
    redelivery: 0,
    move: 0,
    remake: 0,
  };
  /** The tree as it is now. */
  readonly parents = new Map([
    [4, 1],
    [5, 1],
    [41, 4],
    [51, 5],
    [411, 41],
    [412, 51],
    [511, 51],
  ]);
  private readonly open: { file: SyntheticCase; rest: RecordedEvent[] }[] = [];
  private readonly past: SyntheticCase[] = [];
  private number = FIRST_NUMBER;

  constructor(
    private readonly database: EvaluationDatabase,
    private readonly scopeOf: (tenant: number) => Scope,
    private readonly next: Next,
  ) {}

  /** So many operations; what is recorded is recorded in a few portions, with everything else between them. */
  async happen(count: number): Promise<void> {
    let events: RecordedEvent[] = [];
    for (let at = 0; at < count; at++) {
      const operation = this.pick();
      this.done[operation] += 1;
      if (operation === 'event') events.push(this.event());
      else if (operation === 'regrade') events.push(...this.regrade());
      else if (operation === 'withdrawal') events.push(...this.later('proposal.withdrawn', {}));
      else {
        await this.database.record(events);
        events = [];
        await this.disturb(operation);
      }
    }
    await this.database.record(events);
  }

  private pick(): Operation {
    let left = this.next(1000);
    for (const [operation, share] of Object.entries(OPERATIONS)) {
      if (left < share) return operation as Operation;
      left -= share;
    }
    return 'event';
  }

  /** The next event of a case that is under way, or the first of a new one. */
  private event(): RecordedEvent {
    const going = this.open.filter(({ rest }) => rest.length > 0);
    const chosen = going.length < OPEN ? this.begin() : going[this.next(going.length)];
    const event = chosen?.rest.shift();
    if (!chosen || !event) throw new Error('a case without events');
    if (chosen.rest.length === 0) this.past.push(chosen.file);
    return event;
  }

  private begin() {
    const tenant = [4, 41, 51, ...COUNTIES][this.next(6)] as number;
    const file = randomCase(this.number++, tenant, 1, this.next);
    const begun = { file, rest: [...file.events] };
    this.open.splice(0, this.open.length, ...this.open.filter(({ rest }) => rest.length > 0), begun);
    return begun;
  }

  /** Another class, another level, or both; of an assignment that may have neither so far. */
  private regrade(): RecordedEvent[] {
    const [local, outcomes] = CLASSES[this.next(CLASSES.length)] as (typeof CLASSES)[number];
    const level = LEVELS[this.next(LEVELS.length)] as string;
    const change = this.next(3);
    return [
      ...(change > 0 ? this.later('class.confirmed', { assignmentId: 1, class: local, outcomes }) : []),
      ...(change < 2
        ? this.later('feedback.given', {
            assignmentId: 1,
            respondent: '00000000-0000-7000-8000-0000000000aa',
            axis: 'RESULT',
            level,
            canonicalLevel: level,
          })
        : []),
    ];
  }

  /** Something that is recorded of a case whose events are all there; often of a day that lies before them. */
  private later(type: string, payload: Record<string, unknown>): RecordedEvent[] {
    const file = this.past[this.next(Math.max(1, this.past.length))];
    if (!file) return [];
    const named = 'assignmentId' in payload ? { ...payload, assignmentId: file.id(1) } : payload;
    file.add(addDays('2023-06-01', this.next(700)), type, named);
    return file.events.slice(-1);
  }

  private async disturb(operation: 'redelivery' | 'move' | 'remake'): Promise<void> {
    const tenant = COUNTIES[this.next(COUNTIES.length)] as number;
    if (operation === 'move') return this.move(tenant);
    await this.onceFree(tenant, async (tx) => {
      if (operation === 'remake') return cellStore(tx).rebuild();
      await tx.query(
        `UPDATE evaluation.consumer_cursor SET position = greatest(0, position - $2) WHERE tenant_id = $1 AND source = 'proposals'`,
        [tenant, this.next(200)],
      );
      // Sometimes nobody remembers either how far each case had been folded.
      if (this.next(2)) await tx.query('DELETE FROM evaluation.folded_case WHERE tenant_id = $1', [tenant]);
    });
  }

  /** Who folds the place may hold its rows for longer than a lock is waited for. */
  private async onceFree(tenant: number, work: (tx: Transaction) => Promise<void>): Promise<void> {
    try {
      await this.database.relay.transaction(this.scopeOf(tenant), 'write', work);
    } catch (error) {
      if (!(error instanceof StatementTimedOut)) throw error;
      await this.onceFree(tenant, work);
    }
  }

  private async move(number: number): Promise<void> {
    if (this.done.move > MOST_MOVES) return;
    const ancestors = PARENTS[this.next(PARENTS.length)] as readonly number[];
    const from = addDays('2026-01-01', this.done.move);
    this.parents.set(number, ancestors[0] as number);
    await this.database.register([{ number, level: 'COUNTY', ancestors, from }]);
  }
}
