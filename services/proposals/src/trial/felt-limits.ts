import type { CommandKind } from '../case/commands.js';
import type { CaseEventType, NewCaseEvent } from '../case/events.js';
import { askedFacts } from '../process/asked-facts.js';
import { alike } from './alike.js';
import type { Draft } from './draft.js';
import type { Felt, FeltCommands } from './felt-commands.js';
import type { TrialEvent } from './trial-event.js';

/** A time limit that an event carries, by the name of its field, and the commands that look at it again. */
type Limits = Readonly<Record<string, readonly CommandKind[]>>;

/** What looks at the last day of an assignment; the others have no say in what is done. */
const OF_DUE: readonly CommandKind[] = [
  ...(['responsible.name', 'plan.set', 'extension.request', 'extension.decide'] as const),
  ...(['return.decide', 'reply.issue'] as const),
];
const OF_ASSIGNMENT: Limits = {
  ...{ due: OF_DUE, dueAt: OF_DUE, returnBy: ['return.request'] },
  ...{ acknowledgeBy: [], contactBy: [], planBy: [] },
};

const LIMITS: Readonly<Partial<Record<CaseEventType, Limits>>> = {
  'proposal.handed_over': OF_ASSIGNMENT,
  'return.decided': OF_ASSIGNMENT,
  'round.opened': OF_ASSIGNMENT,
  'entry.rehanded': OF_ASSIGNMENT,
  'assignment.acknowledged': OF_ASSIGNMENT,
  'extension.decided': OF_ASSIGNMENT,
  'lead.changed': { leadDue: OF_DUE, coDue: OF_DUE },
  'return.requested': { late: [], decideBy: [] },
  'return.escalated': { decideBy: [] },
  'assignment.filed': { reviewBy: [] },
  'reply.issued': { dueAt: [], onTime: [], feedbackBy: ['feedback.give'] },
  'entry.registered': { due: [] },
};

/** Facts of conditions that follow from a time limit: where one is asked, any command may. */
const FACTS_OF_LIMITS = ['assignment.overdue', 'reply.onTime'];

/**
 * What went otherwise in a step: null when nothing did; else which later commands may feel it. When it led
 * to the same events but for their time limits, those are the commands that look at these limits.
 */
export function feltAfter(
  draft: Draft,
  recorded: readonly TrialEvent[],
  decided: readonly NewCaseEvent[],
): FeltCommands | null {
  if (recorded.length !== decided.length) return 'ANY';
  const felt = new Readers(draft);
  const same = recorded.every(({ type, payload, occurredAt }, at) => {
    const now = decided[at];
    return (
      type === now?.type &&
      occurredAt === now.occurredAt &&
      felt.gather(payload, now.payload, LIMITS[type] ?? NONE)
    );
  });
  return same ? felt.found : 'ANY';
}

const NONE: Limits = {};

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

class Readers {
  /** Null as long as nothing differs. */
  found: Set<Felt> | null = null;

  constructor(private readonly draft: Draft) {}

  /** Adds who looks at what differs; false when something else does than time limits. The version tells no rule anything. */
  gather(was: unknown, now: unknown, limits: Limits): boolean {
    if (was === now) return true;
    if (Array.isArray(was) && Array.isArray(now))
      return was.length === now.length && was.every((one, at) => this.gather(one, now[at], limits));
    if (!isFields(was) || !isFields(now) || Array.isArray(was) || Array.isArray(now)) return false;
    for (const name in was) if (!this.gatherAt(name, was[name], now[name], limits)) return false;
    for (const name in now)
      if (was[name] === undefined && !this.gatherAt(name, undefined, now[name], limits)) return false;
    return true;
  }

  private gatherAt(name: string, was: unknown, now: unknown, limits: Limits): boolean {
    if (was === now || name === 'processVersion') return true;
    const readers = limits[name];
    if (readers === undefined) return this.gather(was, now, limits);
    if (!alike(was, now)) {
      if (asksForLimits(this.draft)) return false;
      this.add(name, readers, was, now);
    }
    return true;
  }

  private add(name: string, readers: readonly Felt[], was: unknown, now: unknown): void {
    this.found ??= new Set();
    for (const kind of readers) this.found.add(kind);
    if (FROM_RECEIPT.includes(name) && (isFromReceipt(was) || isFromReceipt(now)))
      this.found.add('assignment.acknowledge');
    if (name === 'feedbackBy') for (const kind of waitingFor(this.draft)) this.found.add(kind);
  }
}

/** Limits that may start again when the unit acknowledges. */
const FROM_RECEIPT: readonly string[] = ['due', 'returnBy', 'leadDue', 'coDue'];
const isFromReceipt = (due: unknown): boolean => isFields(due) && due.anchor === 'RECEIPT';

const ASKING = new WeakMap<Draft, boolean>();

function asksForLimits(draft: Draft): boolean {
  const known = ASKING.get(draft);
  if (known !== undefined) return known;
  const asked = askedFacts(draft.process, draft.conditions);
  const asks = FACTS_OF_LIMITS.some((fact) => asked.has(fact));
  ASKING.set(draft, asks);
  return asks;
}

/** A guard may wait for the feedback until its time is over, before whatever command it stands. */
const waitingFor = ({ process }: Draft): readonly CommandKind[] =>
  Object.values(process.guards)
    .filter(({ require }) => require.kind === 'FEEDBACK_GIVEN_OR_LAPSED')
    .map(({ before }) => before);
