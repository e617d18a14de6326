import { accept, refuse } from '@duban/kernel';
import { checkTyped } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { isShut } from './deadline-rules.js';
import type { NewCaseEvent } from './events.js';
import type { HandedOverAssignment } from './events-handling.js';
import { startClocks } from './handover.js';
import { AXIS_WORDS, worded } from './labels.js';
import { respondentsOf } from './respondents.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment, CaseState, Reply } from './state.js';

type Give = CommandOf<'feedback.give'>;

const hasRated = ({ state }: Scene, { replyId }: Reply, respondent: string): boolean =>
  state.feedback.some((one) => one.replyId === replyId && one.respondent === respondent);

/** Those who may still rate: the viewer, or for an office whoever has not yet. */
function checkRespondents(scene: Scene, reply: Reply): Refusal | null {
  const { viewer, source } = scene;
  const respondents = respondentsOf(scene);
  if (source.actor === 'ANY')
    return respondents.every((one) => hasRated(scene, reply, one)) ? refuse('FEEDBACK_ALREADY_GIVEN') : null;
  return viewer.mandateId ? checkRespondent(scene, reply, viewer.mandateId) : refuse('NOT_RESPONDENT');
}

function checkRespondent(scene: Scene, reply: Reply, respondent: string): Refusal | null {
  if (!respondentsOf(scene).includes(respondent)) return refuse('NOT_RESPONDENT');
  return hasRated(scene, reply, respondent) ? refuse('FEEDBACK_ALREADY_GIVEN') : null;
}

function checkOpen({ source, at, process, viewer }: Scene, reply: Reply): Refusal | null {
  if (reply.kind !== 'FORMAL') return refuse('FEEDBACK_NOT_FORMAL');
  if (viewer.unitId !== null && viewer.unitId === reply.unitId) return refuse('RATED_UNIT_MAY_NOT_RATE');
  const shut = source.windows === 'AS_SET' && reply.feedbackBy && isShut(reply.feedbackBy, at, process);
  return shut ? refuse('FEEDBACK_DEADLINE_PASSED', { due: reply.feedbackBy?.date ?? '' }) : null;
}

/** Each axis of the process exactly once, on levels the process knows. */
function checkRatings(scene: Scene, { ratings }: Give): Refusal | null {
  const { axes, levels } = scene.process.feedback;
  const given = ratings.map((one) => one.axis);
  const strange = given.find((axis, index) => !axes.includes(axis) || given.indexOf(axis) !== index);
  if (strange) return refuse('FEEDBACK_AXIS_UNKNOWN', worded('axis', AXIS_WORDS, strange));
  const missing = axes.find((axis) => !given.includes(axis));
  if (missing) return refuse('FEEDBACK_AXIS_MISSING', worded('axis', AXIS_WORDS, missing));
  const unknown = ratings.find((one) => !levels[one.level]);
  if (unknown) return refuse('LEVEL_UNKNOWN', { level: unknown.level });
  return firstRefusal(...ratings.map((one) => () => checkTyped(scene, 'comment', one.comment)));
}

function ratingsGiven(scene: Scene, reply: Reply, respondent: string, { ratings }: Give): NewCaseEvent[] {
  const { context, viewer, process } = scene;
  const formId = context.newId();
  const collectedBy = viewer.mandateId === respondent ? null : viewer.role;
  const { assignmentId, replyId, unitId, round } = reply;
  return ratings.map(({ axis, level, comment = null }) => {
    const canonicalLevel = process.feedback.levels[level]?.canonical ?? 'DISSATISFIED';
    const satisfied = process.feedback.satisfied.includes(canonicalLevel);
    const about = { feedbackId: context.newId(), formId, assignmentId, replyId, unitId, round };
    const rating = { respondent, collectedBy, axis, level, canonicalLevel, satisfied, comment };
    return happened(scene, 'feedback.given', { ...about, ...rating });
  });
}

const callsForAnotherRound = ({ process }: Scene, { ratings }: Give): boolean =>
  ratings.some(({ axis, level }) => {
    const canonical = process.feedback.levels[level]?.canonical;
    return (
      canonical && process.rehandling.axes.includes(axis) && process.rehandling.levels.includes(canonical)
    );
  });

/** Rounds of this handling so far: second handlings since it was last handed over in the ordinary way. */
function roundsSoFar(state: CaseState, assignment: Assignment): number {
  const previous = state.assignments.find((one) => one.assignmentId === assignment.previousId);
  if (!previous || assignment.origin === 'REHAND') return 1;
  return roundsSoFar(state, previous) + (assignment.origin === 'REHANDLING' ? 1 : 0);
}

/** Second handling (二次办理) in the same breath as the rating that calls for it, up to the process's limit. */
function openRound(scene: Scene, assignment: Assignment): NewCaseEvent[] {
  const { state, process } = scene;
  const followed = state.assignments.some((one) => one.previousId === assignment.assignmentId);
  if (followed || roundsSoFar(state, assignment) >= process.rehandling.maxRounds) return [];
  const round = assignment.round + 1;
  const again = [assignment, ...(process.rehandling.withCoUnits ? coUnitsOf(state, assignment) : [])];
  const assignments = again
    .map(({ unitId, role }) =>
      startClocks(
        scene,
        { assignmentId: scene.context.newId(), unitId, role, round },
        state.hard,
        'REHANDLING',
      ),
    )
    .filter((one): one is HandedOverAssignment => one !== null);
  const previousIds = again.map((one) => one.assignmentId);
  return [happened(scene, 'round.opened', { round, reason: 'DISSATISFIED', previousIds, assignments })];
}

const coUnitsOf = (state: CaseState, { role, round }: Assignment): Assignment[] =>
  role === 'LEAD'
    ? state.assignments.filter(
        (one) => one.role === 'CO' && one.round === round && !['REASSIGNED', 'ENDED'].includes(one.phase),
      )
    : [];

const giveFeedback: Rule<'feedback.give', 'REPLY'> = {
  action: 'feedback:give',
  on: 'REPLY',
  may: (scene, reply) =>
    firstRefusal(
      () => checkOpen(scene, reply),
      () => checkRespondents(scene, reply),
    ),
  since: (_, { issuedAt }) => issuedAt,
  decide(scene, reply, command): Decision {
    const { viewer, source, state } = scene;
    const asked = source.actor === 'ANY' ? command.respondent : undefined;
    const respondent = asked ?? viewer.mandateId ?? state.leadProposerId;
    const refusal = firstRefusal(
      () => (command.respondent && command.respondent !== respondent ? refuse('NOT_RESPONDENT') : null),
      () => checkRespondent(scene, reply, respondent),
      () => checkRatings(scene, command),
    );
    if (refusal) return refusal;
    const assignment = state.assignments.find((one) => one.assignmentId === reply.assignmentId);
    const given = ratingsGiven(scene, reply, respondent, command);
    const next = assignment && callsForAnotherRound(scene, command) ? openRound(scene, assignment) : [];
    return accept([...given, ...next]);
  },
};

export const FEEDBACK_RULES: RuleTable<'feedback.give'> = { 'feedback.give': giveFeedback };
