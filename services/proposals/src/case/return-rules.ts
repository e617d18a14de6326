import { accept, refuse } from '@duban/kernel';
import { asOneOf, asUnit, checkTyped, checkUnit } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor, isPast, isShut } from './deadline-rules.js';
import type { HandedOverAssignment } from './events-handling.js';
import { FINISHED_PHASES } from './fold-intake.js';
import { startClocks } from './handover.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment } from './state.js';

function checkWindow({ process, source, at }: Scene, { returnBy, returns }: Assignment): Refusal | null {
  const { max } = process.returns;
  if (!returnBy) return refuse('RETURN_NOT_PROVIDED');
  if (returns.length >= max) return refuse('RETURN_LIMIT_REACHED', { max });
  const shut = source.windows === 'AS_SET' && isShut(returnBy, at, process);
  return shut ? refuse('RETURN_WINDOW_CLOSED', { due: returnBy.date }) : null;
}

/** The unit that takes over must be one, and not on the case already. */
function checkNewUnit(scene: Scene, leaving: Assignment, unitId: string): Refusal | null {
  const live = scene.state.assignments.filter((one) => !FINISHED_PHASES.includes(one.phase));
  const taken = unitId === leaving.unitId || live.some((one) => one.unitId === unitId);
  return taken ? refuse('UNIT_ALREADY_ON_CASE') : checkUnit(scene, unitId);
}

const requestReturn: Rule<'return.request', 'ASSIGNMENT'> = {
  action: 'return:request',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asUnit(scene, assignment),
      () => checkWindow(scene, assignment),
    ),
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, assignment, { reason, proposedUnitId = null }): Decision {
    const refusal = firstRefusal(
      () => checkTyped(scene, 'reason', reason),
      () => (proposedUnitId ? checkNewUnit(scene, assignment, proposedUnitId) : null),
    );
    if (refusal) return refusal;
    const { process, at, context } = scene;
    const late = assignment.returnBy !== null && isPast(assignment.returnBy, at);
    const decideBy = dueFor(process, 'RETURN_DECISION', circumstancesOf(scene, { assignment }), at, context);
    const request = { assignmentId: assignment.assignmentId, reason, proposedUnitId, late, decideBy };
    return accept([happened(scene, 'return.requested', request)]);
  },
};

/** Which unit takes over: the one the decision names, else the one that was proposed. */
const newUnitOf = ({ returns }: Assignment, { unitId }: CommandOf<'return.decide'>): string | null =>
  unitId ?? returns.at(-1)?.proposedUnitId ?? null;

function replacementFor(scene: Scene, leaving: Assignment, unitId: string): HandedOverAssignment | null {
  const { role, round } = leaving;
  const handed = { assignmentId: scene.context.newId(), unitId, role, round };
  const started = startClocks(scene, handed, scene.state.hard);
  if (!started || !leaving.due || scene.process.returns.clock === 'RESTART') return started;
  return { ...started, due: leaving.due, dueAt: leaving.due.date };
}

function checkApproval(scene: Scene, assignment: Assignment, unitId: string | null): Refusal | null {
  if (unitId) return checkNewUnit(scene, assignment, unitId);
  return assignment.role === 'CO' ? null : refuse('REPLACEMENT_REQUIRED');
}

const decideReturn: Rule<'return.decide', 'ASSIGNMENT'> = {
  action: 'return:decide',
  on: 'ASSIGNMENT',
  may: (scene) => asOneOf(scene, scene.process.returns.arbiters),
  since: (_, { returns }) => returns.at(-1)?.requestedAt ?? null,
  decide(scene, assignment, command): Decision {
    const { decision, reason = null } = command;
    const approved = decision === 'APPROVE';
    const unitId = newUnitOf(assignment, command);
    const refusal = firstRefusal(
      () => (!approved && reason === null ? refuse('REASON_REQUIRED') : null),
      () => checkTyped(scene, 'reason', reason),
      () => (approved ? checkApproval(scene, assignment, unitId) : null),
    );
    if (refusal) return refusal;
    const replacement = approved && unitId ? replacementFor(scene, assignment, unitId) : null;
    const outcome = approved ? ('APPROVED' as const) : ('REFUSED' as const);
    const { assignmentId } = assignment;
    return accept([
      happened(scene, 'return.decided', { assignmentId, decision: outcome, reason, replacement }),
    ]);
  },
};

export const RETURN_RULES: RuleTable<'return.request' | 'return.decide'> = {
  'return.request': requestReturn,
  'return.decide': decideReturn,
};
