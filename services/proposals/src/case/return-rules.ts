import { accept, refuse } from '@duban/kernel';
import { rungsOf } from '../process/handover.js';
import { asOneOf, asUnit, checkTyped, checkUnit } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor, isPast, isShut } from './deadline-rules.js';
import type { HandedOverAssignment } from './events-handling.js';
import { FINISHED_PHASES } from './fold-intake.js';
import { startClocks } from './handover.js';
import { DEADLINE_STEP_WORDS, worded } from './labels.js';
import { returnAwaitsClose } from './late-limits.js';
import { checkLeftMatters } from './matter-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment, CaseState } from './state.js';
import type { AssignmentRole } from './vocabulary.js';

/** How often the matter has gone from one unit to another on its way to this assignment. */
const roundsOf = (state: CaseState, { origin, previousId }: Assignment): number => {
  const previous = state.assignments.find((one) => one.assignmentId === previousId);
  return origin === 'RETURN' && previous ? 1 + roundsOf(state, previous) : 0;
};

function checkWindow(scene: Scene, assignment: Assignment): Refusal | null {
  const { state, process, source, at } = scene;
  const { returnBy, returns } = assignment;
  const { max, rounds = null } = process.returns;
  if (!returnBy && !returnAwaitsClose(scene, assignment)) return refuse('RETURN_NOT_PROVIDED');
  if (returns.length >= max) return refuse('RETURN_LIMIT_REACHED', { max });
  if (rounds !== null && roundsOf(state, assignment) >= rounds)
    return refuse('RETURN_LIMIT_REACHED', { max: rounds });
  const shut = source.windows === 'AS_SET' && returnBy && isShut(returnBy, at, process);
  return shut ? refuse('RETURN_WINDOW_CLOSED', { due: returnBy.date }) : null;
}

/** The co-unit that would lead in place of the lead unit, where a quarrel over the lead may end so. */
const rivalOf = ({ state, process }: Scene, { role, round }: Assignment, unitId: string | null) =>
  process.returns.leadDisputes && role === 'LEAD'
    ? state.assignments.find(
        (one) =>
          one.unitId === unitId &&
          one.role === 'CO' &&
          one.round === round &&
          !FINISHED_PHASES.includes(one.phase),
      )
    : undefined;

/** The unit that takes over must be one, and not on the case already, unless it is to lead it. */
function checkNewUnit(scene: Scene, leaving: Assignment, unitId: string): Refusal | null {
  if (rivalOf(scene, leaving, unitId)) return null;
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
    const rung = rungsOf(process)[0]?.code ?? null;
    const request = { assignmentId: assignment.assignmentId, reason, proposedUnitId, late, decideBy, rung };
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

/** Every matter ends with a unit: only a co-unit may go without another in its place. */
function checkApproval(scene: Scene, assignment: Assignment, unitId: string | null): Refusal | null {
  if (unitId) return checkNewUnit(scene, assignment, unitId);
  if (assignment.role !== 'CO') return refuse('REPLACEMENT_REQUIRED');
  return checkLeftMatters(scene.state, assignment.unitId);
}

/** The rung a request lies on now, and the one above it. */
function ladderOf({ process }: Scene, { returns }: Assignment) {
  const rungs = rungsOf(process);
  const at = Math.max(
    0,
    rungs.findIndex(({ code }) => code === returns.at(-1)?.rung),
  );
  return { here: rungs[at], above: rungs[at + 1] };
}

function escalate(scene: Scene, assignment: Assignment, reason: string | null): Decision {
  const { above } = ladderOf(scene, assignment);
  if (!above) return refuse('ARBITRATION_ENDS_HERE');
  const { process, at, context } = scene;
  const decideBy = dueFor(process, 'RETURN_DECISION', circumstancesOf(scene, { assignment }), at, context);
  const { assignmentId } = assignment;
  return accept([happened(scene, 'return.escalated', { assignmentId, rung: above.code, reason, decideBy })]);
}

/** Lead and co-unit change places; the new lead has the lead's clock, from now or as it ran. */
function changeLead(scene: Scene, leaving: Assignment, rival: Assignment, reason: string | null): Decision {
  const clockAs = (one: Assignment, role: AssignmentRole) =>
    startClocks(scene, { ...one, role }, scene.state.hard)?.due ?? one.due;
  const keep = scene.process.returns.clock === 'KEEP';
  const leadDue = keep ? leaving.due : clockAs(rival, 'LEAD');
  const coDue = clockAs(leaving, 'CO');
  if (!leadDue || !coDue)
    return refuse('DEADLINE_RULE_MISSING', worded('step', DEADLINE_STEP_WORDS, 'REPLY'));
  const { assignmentId } = leaving;
  const changed = { assignmentId, reason, leadId: rival.assignmentId, leadDue, coDue };
  return accept([happened(scene, 'lead.changed', changed)]);
}

const decideReturn: Rule<'return.decide', 'ASSIGNMENT'> = {
  action: 'return:decide',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    asOneOf(scene, ladderOf(scene, assignment).here?.roles ?? scene.process.returns.arbiters),
  since: (_, { returns }) => returns.at(-1)?.requestedAt ?? null,
  decide(scene, assignment, command): Decision {
    const { decision, reason = null } = command;
    const approved = decision === 'APPROVE';
    const unitId = newUnitOf(assignment, command);
    const refusal = firstRefusal(
      () => (decision === 'REFUSE' && reason === null ? refuse('REASON_REQUIRED') : null),
      () => checkTyped(scene, 'reason', reason),
      () => (approved ? checkApproval(scene, assignment, unitId) : null),
    );
    if (refusal) return refusal;
    if (decision === 'ESCALATE') return escalate(scene, assignment, reason);
    const rival = rivalOf(scene, assignment, unitId);
    if (approved && rival) return changeLead(scene, assignment, rival, reason);
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
