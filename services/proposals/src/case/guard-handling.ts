import { refuse } from '@duban/kernel';
import { isPast } from './deadline-rules.js';
import { formalReply, latestAnswering } from './facts.js';
import type { GuardCheck, GuardTable } from './guard.js';
import { CONTACT_GUARDS } from './guard-contact.js';
import { respondentsOf } from './respondents.js';
import type { Scene } from './rule.js';
import type { Reply } from './state.js';

const acknowledged: GuardCheck<'ACKNOWLEDGED'> = (_, __, { assignment }) =>
  assignment && !assignment.acknowledgedAt ? refuse('NOT_ACKNOWLEDGED') : null;

/** Co-units of the same round that still owe the lead their opinion. */
const coOpinions: GuardCheck<'CO_OPINIONS'> = ({ state }, _, { assignment }) => {
  if (assignment?.role !== 'LEAD') return null;
  const owing = state.assignments.filter(
    (one) =>
      one.role === 'CO' &&
      one.round === assignment.round &&
      one.opinions.length === 0 &&
      !['REASSIGNED', 'ENDED', 'CLOSED'].includes(one.phase),
  );
  return owing.length === 0 ? null : refuse('CO_OPINION_MISSING', { count: owing.length });
};

const latestReplies = ({ state }: Scene): Reply[] =>
  latestAnswering(state).flatMap((one) => formalReply(state, one.assignmentId) ?? []);

const classConfirmed: GuardCheck<'CLASS_CONFIRMED'> = (scene) => {
  const count = latestReplies(scene).filter((one) => one.confirmedClass === null).length;
  return count === 0 ? null : refuse('CLASS_NOT_CONFIRMED', { count });
};

const feedbackGiven: GuardCheck<'FEEDBACK_GIVEN_OR_LAPSED'> = (scene) => {
  const { state, at } = scene;
  const rated = (reply: Reply) =>
    respondentsOf(scene).every((mandateId) =>
      state.feedback.some((one) => one.replyId === reply.replyId && one.respondent === mandateId),
    );
  const waiting = latestReplies(scene).filter(
    (reply) => !rated(reply) && !(reply.feedbackBy && isPast(reply.feedbackBy, at)),
  );
  return waiting.length === 0 ? null : refuse('FEEDBACK_OUTSTANDING', { count: waiting.length });
};

const responsibleNamed: GuardCheck<'RESPONSIBLE_NAMED'> = (_, __, { assignment }) =>
  assignment && !assignment.responsible ? refuse('RESPONSIBLE_NOT_NAMED') : null;

const headSigned: GuardCheck<'HEAD_SIGNED'> = (_, __, { assignment }) =>
  assignment && !assignment.headSignedAt ? refuse('HEAD_NOT_SIGNED') : null;

const planSet: GuardCheck<'PLAN_SET'> = (_, __, { assignment }) =>
  assignment && !assignment.plan ? refuse('PLAN_MISSING') : null;

export const HANDLING_GUARDS: GuardTable<
  | 'ACKNOWLEDGED'
  | 'CONTACT'
  | 'CO_OPINIONS'
  | 'CLASS_CONFIRMED'
  | 'FEEDBACK_GIVEN_OR_LAPSED'
  | 'RESPONSIBLE_NAMED'
  | 'HEAD_SIGNED'
  | 'PLAN_SET'
> = {
  ...CONTACT_GUARDS,
  RESPONSIBLE_NAMED: responsibleNamed,
  HEAD_SIGNED: headSigned,
  PLAN_SET: planSet,
  ACKNOWLEDGED: acknowledged,
  CO_OPINIONS: coOpinions,
  CLASS_CONFIRMED: classConfirmed,
  FEEDBACK_GIVEN_OR_LAPSED: feedbackGiven,
};
