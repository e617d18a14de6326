import type { CaseContext } from '../case/context.js';
import type { NewCaseEvent } from '../case/events.js';
import type { MovedClass, MovedClock } from '../case/events-moving.js';
import { evolve } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import { itemsTold } from '../process/items.js';
import type { Process } from '../process/process.js';
import { type ClassMapping, moveClasses, restoreClasses } from './move-classes.js';
import { type Destination, moveClocks, restoreClocks } from './move-clocks.js';
import { isStuck } from './stuck.js';

export const STAY_REASONS = [
  'ENDED',
  'ALREADY_THERE',
  'KIND_NOT_HANDLED',
  'CLASS_UNMAPPED',
  'CLASS_NOT_THERE',
  'RETURN_PENDING',
  'NO_TIME_LIMIT',
  'WOULD_BE_STUCK',
  'NOT_MOVED',
] as const;
export type StayReason = (typeof STAY_REASONS)[number];

/** One case in a move: the event that would move it, or why it stays. */
export type CaseMove = {
  readonly clocks: readonly MovedClock[];
  readonly classes: readonly MovedClass[];
} & (
  | { readonly moves: true; readonly event: NewCaseEvent }
  | { readonly moves: false; readonly reason: StayReason; readonly codes: readonly string[] }
);

export type MoveRequest = {
  readonly from: Process;
  readonly to: Process;
  readonly now: string;
  readonly context: CaseContext;
  readonly classes: ClassMapping;
  /** It goes back to where the last move took it from. */
  readonly undone: boolean;
};

const stays = (reason: StayReason, codes: readonly string[] = []): CaseMove => ({
  moves: false,
  reason,
  codes,
  clocks: [],
  classes: [],
});

/** Whether a running case can follow another version, and everything that changes when it does. */
export function planCaseMove(state: CaseState, request: MoveRequest): CaseMove {
  const { from, to, now, context, undone } = request;
  if (state.processVersion === null || !isRunning(state)) return stays('ENDED');
  if (state.processVersion === to.version) return stays('ALREADY_THERE');
  if (!to.kinds.includes(state.kind)) return stays('KIND_NOT_HANDLED');
  if (isReturning(state)) return stays('RETURN_PENDING');
  const last = undone ? state.moves.at(-1) : undefined;
  const { moved: classes, unmapped } = last
    ? restoreClasses(state, last, from, to)
    : moveClasses(state, from, to, request.classes);
  if (unmapped.length > 0) return stays(last ? 'CLASS_NOT_THERE' : 'CLASS_UNMAPPED', unmapped);
  const there = destinationOf(request);
  const clocks = last ? restoreClocks(state, last, there) : moveClocks(state, there);
  if (!clocks) return stays('NO_TIME_LIMIT');
  const sight = from.feedback.unitSees === to.feedback.unitSees ? {} : { unitSees: to.feedback.unitSees };
  const versions = { fromVersion: state.processVersion, toVersion: to.version };
  const payload = { ...versions, undone, clocks, classes, ...sight, ...itemsTold(to.items, from.items) };
  const event: NewCaseEvent = { type: 'process.moved', payload, occurredAt: now };
  const after = evolve(state, event);
  return isStuck(after, to, now, context) ? stays('WOULD_BE_STUCK') : { moves: true, event, clocks, classes };
}

/** In the hands of units, or done but for what is still on the register. */
const isRunning = ({ phase, entries }: CaseState): boolean =>
  phase === 'HANDED_OVER' || (phase === 'CLOSED' && entries.some(({ endedAt }) => endedAt === null));

/** On a ladder that the other version may not have. */
const isReturning = ({ assignments }: CaseState): boolean =>
  assignments.some(({ phase, returns }) => phase === 'RETURN_REQUESTED' && returns.at(-1)?.rung != null);

function destinationOf({ to, now, context }: MoveRequest): Destination {
  const viewer = { accountId: '', grantId: '', login: '', tenant: 1, role: 'SYSTEM' as const };
  const nobody = { ...viewer, personId: null, mandateId: null, unitId: null, sectionId: null };
  return { now, scene: { process: to, viewer: nobody, now, context, source: to.sources.ONLINE } };
}

/** The last move of a case, when it went to this version and was not taken back. */
export const lastMoveTo = ({ moves, processVersion }: CaseState, version: string) => {
  const last = moves.at(-1);
  return last && !last.undone && last.toVersion === version && processVersion === version ? last : null;
};
