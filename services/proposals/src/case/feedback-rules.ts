import { accept, refuse } from '@duban/kernel';
import type { CommandOf } from './commands.js';
import { isShut } from './deadline-rules.js';
import type { NewCaseEvent } from './events.js';
import { checkRatings, meaningOf, roundReasonOf } from './rating-rules.js';
import { respondentsOf } from './respondents.js';
import { openRound } from './round-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Reply } from './state.js';

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

function ratingsGiven(scene: Scene, reply: Reply, respondent: string, { ratings }: Give): NewCaseEvent[] {
  const { context, viewer } = scene;
  const formId = context.newId();
  const collectedBy = viewer.mandateId === respondent ? null : viewer.role;
  const { assignmentId, replyId, unitId, round } = reply;
  return ratings.map((rating) => {
    const about = { feedbackId: context.newId(), formId, assignmentId, replyId, unitId, round };
    const said = { respondent, collectedBy, ...meaningOf(scene, rating) };
    return happened(scene, 'feedback.given', { ...about, ...said });
  });
}

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
    const reason = roundReasonOf(scene, command);
    const next =
      assignment && reason ? openRound(scene, assignment, { reason, trigger: null, note: null }) : [];
    return accept([...given, ...next]);
  },
};

export const FEEDBACK_RULES: RuleTable<'feedback.give'> = { 'feedback.give': giveFeedback };
