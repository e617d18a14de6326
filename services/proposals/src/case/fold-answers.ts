import type { HandlingEvents } from './events-handling.js';
import { onAssignment } from './fold-assignment.js';
import type { FoldOf } from './fold-intake.js';
import type { CaseState, Feedback, Reply } from './state.js';

export const onReply = (
  state: CaseState,
  replyId: string,
  change: (one: Reply) => Reply,
): Pick<CaseState, 'replies'> => ({
  replies: state.replies.map((one) => (one.replyId === replyId ? change(one) : one)),
});

const issueReply: FoldOf<HandlingEvents>['reply.issued'] = (state, issued, at) => {
  const { claimedClass, outcomes } = issued;
  const reply: Reply = {
    ...pickReply(issued),
    confirmedClass: null,
    classHistory: claimedClass ? [{ class: claimedClass, outcomes, at, by: 'CLAIM', reason: null }] : [],
    issuedAt: at,
  };
  const { replyId, assignmentId } = issued;
  const commitments = (issued.commitments ?? []).map((one) => ({
    ...one,
    ...{ replyId, assignmentId, madeAt: at, checks: [] },
  }));
  const replied = {
    replies: [...state.replies, reply],
    commitments: [...state.commitments, ...commitments],
  };
  if (issued.kind !== 'FORMAL') return replied;
  const phase = 'REPLIED';
  return { ...replied, ...onAssignment(state, assignmentId, (one) => ({ ...one, phase, repliedAt: at })) };
};

function pickReply(issued: HandlingEvents['reply.issued']) {
  const { warnings: _warnings, dueAt: _dueAt, commitments: _commitments, ...rest } = issued;
  const { respondentIds: _respondentIds, unitSees: _unitSees, letter = null, ...kept } = rest;
  return { ...kept, letter };
}

const confirmClass: FoldOf<HandlingEvents>['class.confirmed'] = (state, confirmed, at) => {
  const { outcomes, reason } = confirmed;
  return onReply(state, confirmed.replyId, (one) => ({
    ...one,
    confirmedClass: confirmed.class,
    outcomes,
    classHistory: [...one.classHistory, { class: confirmed.class, outcomes, at, by: 'CONFIRMATION', reason }],
  }));
};

const giveFeedback: FoldOf<HandlingEvents>['feedback.given'] = (state, { unitId: _unit, ...given }, at) => {
  const { ownAxis = null, points = null } = given;
  const rated = onAssignment(state, given.assignmentId, (one) =>
    one.phase === 'REPLIED' ? { ...one, phase: 'RATED', ratedAt: at } : one,
  );
  const said = { ...given, ownAxis, points, at, replaces: null, reason: null };
  return { ...rated, feedback: [...state.feedback, said] };
};

/** The form whose place is taken stands no longer, and stays to be seen. */
const correctFeedback: FoldOf<HandlingEvents>['feedback.corrected'] = (
  { feedback, formerFeedback },
  { unitId: _unit, replacesForm, ...given },
  at,
) => {
  const { ownAxis = null, points = null } = given;
  const isReplaced = ({ formId }: Feedback): boolean => formId === replacesForm;
  return {
    feedback: [...feedback.filter((one) => !isReplaced(one)), { ...given, ownAxis, points, at }],
    formerFeedback: [...formerFeedback, ...feedback.filter(isReplaced)],
  };
};

type AnswerEvents = Pick<
  HandlingEvents,
  'reply.issued' | 'class.confirmed' | 'feedback.given' | 'feedback.corrected'
>;

export const ANSWER_FOLDS: FoldOf<AnswerEvents> = {
  'reply.issued': issueReply,
  'class.confirmed': confirmClass,
  'feedback.given': giveFeedback,
  'feedback.corrected': correctFeedback,
};
