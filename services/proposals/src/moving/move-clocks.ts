import { canonicalJson, dateInShanghai } from '@duban/kernel';
import type { CaseContext } from '../case/context.js';
import type { DueDate, DueExtension } from '../case/deadline.js';
import { dueFromReceipt, extendDue } from '../case/deadline-rules.js';
import type { HandedOverAssignment } from '../case/events-handling.js';
import { type CaseMoved, MOVED_CLOCKS, type MovedClock, type MovedClockName } from '../case/events-moving.js';
import { startClocks } from '../case/handover.js';
import type { Scene } from '../case/rule.js';
import type { Assignment, CaseState } from '../case/state.js';

/** Where a case goes: the process it will follow, and what stands around it. */
export type Destination = { readonly scene: Omit<Scene, 'state' | 'at'>; readonly now: string };

const HANDLED = ['HANDED_OVER', 'ACKNOWLEDGED', 'IN_HANDLING', 'RETURN_REQUESTED'];

/**
 * The clocks that still run, computed again from where they started, with the extensions that were
 * granted. Null when the new process has no time limit for one of the assignments.
 */
export function moveClocks(
  state: CaseState,
  to: Destination,
  startedSince: string | null = null,
): readonly MovedClock[] | null {
  const moved: MovedClock[] = [];
  const running = state.assignments.filter(
    ({ phase, handedOverAt }) =>
      HANDLED.includes(phase) && (startedSince === null || (handedOverAt ?? '') > startedSince),
  );
  for (const assignment of running) {
    const fresh = startAgain(state, assignment, to);
    if (!fresh) return null;
    for (const clock of MOVED_CLOCKS) {
      if (!isAwaited(assignment, clock)) continue;
      const change = changed(assignment, clock, ofAssignment(assignment, fresh, clock, to), to);
      if (change) moved.push(change);
    }
  }
  return moved;
}

function startAgain(state: CaseState, one: Assignment, { scene }: Destination): HandedOverAssignment | null {
  if (one.handedOverAt === null) return null;
  const { assignmentId, unitId, role, round } = one;
  const step = one.origin === 'REHANDLING' ? 'REHANDLING' : 'REPLY';
  const then = { ...scene, state, at: one.handedOverAt };
  return startClocks(then, { assignmentId, unitId, role, round }, state.hard, step);
}

const isAwaited = ({ phase, acknowledgedAt }: Assignment, clock: MovedClockName): boolean =>
  clock === 'acknowledgeBy' ? acknowledgedAt === null : clock !== 'returnBy' || phase !== 'RETURN_REQUESTED';

/** What was decided for this assignment goes on top: receipt and extensions. */
function ofAssignment(
  one: Assignment,
  fresh: HandedOverAssignment,
  clock: MovedClockName,
  { scene: { context } }: Destination,
): DueDate | null {
  const started = fresh[clock] ?? null;
  if (started === null || clock !== 'due') return started;
  const received = one.acknowledgedAt === null ? null : dueFromReceipt(started, one.acknowledgedAt, context);
  return extended(received ?? started, one.due?.extensions ?? [], context);
}

const extended = (due: DueDate, extensions: readonly DueExtension[], context: CaseContext): DueDate =>
  extensions.reduce((so, extension) => extendDue(so, extension, extension.decidedAt, context), due);

function changed(
  one: Assignment,
  clock: MovedClockName,
  to: DueDate | null,
  { now }: Destination,
): MovedClock | null {
  const from = one[clock];
  const about = { assignmentId: one.assignmentId, clock, from };
  const today = dateInShanghai(now);
  if (from && to && to.date < from.date && to.date < today) {
    // Kept, but by a rule that the new process knows: it says what being late does.
    const kept = { ...from, rule: to.rule };
    return from.rule === to.rule ? null : { ...about, to: kept, why: 'KEPT' };
  }
  return canonicalJson(from) === canonicalJson(to) ? null : { ...about, to, why: 'COMPUTED' };
}

/**
 * Going back: each clock that the move changed is what it was before it, with what was granted since;
 * what started after the move is computed as if it had started under the old process.
 */
export function restoreClocks(
  state: CaseState,
  last: CaseMoved,
  to: Destination,
): readonly MovedClock[] | null {
  const since = moveClocks(state, to, last.at);
  if (!since) return null;
  const restored = last.clocks.flatMap((change): MovedClock[] => {
    const one = state.assignments.find(({ assignmentId }) => assignmentId === change.assignmentId);
    if (!one || !HANDLED.includes(one.phase)) return [];
    const from = one[change.clock];
    const granted = from?.extensions.slice(change.to?.extensions.length ?? 0) ?? [];
    const before = change.from && extended(change.from, granted, to.scene.context);
    return [{ ...change, from, to: before, why: 'COMPUTED' }];
  });
  return [...restored, ...since];
}
