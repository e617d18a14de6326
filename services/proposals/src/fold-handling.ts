import type { HandedOverAssignment, HandlingEvents } from './events-handling.js';
import { FINISHED_PHASES, type FoldOf } from './fold-intake.js';
import type { Assignment, CaseState, Reply } from './state.js';
import type { AssignmentOrigin } from './vocabulary.js';

const FRESH = {
  acknowledgedAt: null,
  returns: [],
  extensions: [],
  opinions: [],
  repliedAt: null,
  ratedAt: null,
  closedAt: null,
} as const;

/** An assignment whose clock has just started. */
export function startAssignment(
  handed: HandedOverAssignment,
  origin: AssignmentOrigin,
  previousId: string | null,
): Assignment {
  const { assignmentId, unitId, role, round, handedOverAt, due, acknowledgeBy, returnBy } = handed;
  const clock = { handedOverAt, due, acknowledgeBy, returnBy };
  return { ...FRESH, ...clock, assignmentId, unitId, role, round, origin, previousId, phase: 'HANDED_OVER' };
}

export const onAssignment = (
  state: CaseState,
  assignmentId: string,
  change: (one: Assignment) => Assignment,
): CaseState => ({
  ...state,
  assignments: state.assignments.map((one) => (one.assignmentId === assignmentId ? change(one) : one)),
});

export const onReply = (state: CaseState, replyId: string, change: (one: Reply) => Reply): CaseState => ({
  ...state,
  replies: state.replies.map((one) => (one.replyId === replyId ? change(one) : one)),
});

const replaceLast = <Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] =>
  items.map((item, index) => (index === items.length - 1 ? change(item) : item));

const allocate: FoldOf<HandlingEvents>['units.allocated'] = (state, { assignments }, at) => ({
  ...state,
  phase: 'ALLOCATED',
  allocatedAt: at,
  assignments: assignments.map((one) => ({
    ...FRESH,
    ...one,
    round: 1,
    origin: 'HANDOVER',
    previousId: null,
    phase: 'PENDING',
    handedOverAt: null,
    due: null,
    acknowledgeBy: null,
    returnBy: null,
  })),
});

const handOver: FoldOf<HandlingEvents>['proposal.handed_over'] = (state, handed) => ({
  ...state,
  phase: 'HANDED_OVER',
  hard: handed.hard,
  processVersion: handed.processVersion,
  handedOverAt: handed.handedOverAt,
  assignments: handed.assignments.map((one) => startAssignment(one, 'HANDOVER', null)),
});

const acknowledge: FoldOf<HandlingEvents>['assignment.acknowledged'] = (state, { assignmentId }, at) => {
  const contacted = state.contacts.some((one) => one.assignmentId === assignmentId);
  const phase = contacted ? 'IN_HANDLING' : 'ACKNOWLEDGED';
  return onAssignment(state, assignmentId, (one) => ({ ...one, phase, acknowledgedAt: at }));
};

const requestReturn: FoldOf<HandlingEvents>['return.requested'] = (state, requested, at) => {
  const { reason, proposedUnitId, late, decideBy } = requested;
  const open = { decision: null, decidedAt: null, decisionReason: null, replacementId: null };
  const request = { reason, proposedUnitId, requestedAt: at, late, decideBy, ...open };
  return onAssignment(state, requested.assignmentId, (one) => ({
    ...one,
    phase: 'RETURN_REQUESTED',
    returns: [...one.returns, request],
  }));
};

const decideReturn: FoldOf<HandlingEvents>['return.decided'] = (state, decided, at) => {
  const { assignmentId, decision, reason, replacement } = decided;
  const settled = onAssignment(state, assignmentId, (one) => {
    const back = one.acknowledgedAt ? 'ACKNOWLEDGED' : 'HANDED_OVER';
    return {
      ...one,
      phase: decision === 'APPROVED' ? 'REASSIGNED' : back,
      closedAt: decision === 'APPROVED' ? at : null,
      returns: replaceLast(one.returns, (request) => ({
        ...request,
        decision,
        decidedAt: at,
        decisionReason: reason,
        replacementId: replacement?.assignmentId ?? null,
      })),
    };
  });
  if (!replacement) return settled;
  const started = startAssignment(replacement, 'RETURN', assignmentId);
  return { ...settled, assignments: [...settled.assignments, started] };
};

const recordContact: FoldOf<HandlingEvents>['contact.recorded'] = (state, recorded) => {
  const contacted = { ...state, contacts: [...state.contacts, recorded] };
  return onAssignment(contacted, recorded.assignmentId, (one) =>
    one.phase === 'ACKNOWLEDGED' ? { ...one, phase: 'IN_HANDLING' } : one,
  );
};

const decideExtension: FoldOf<HandlingEvents>['extension.decided'] = (state, decided, at) =>
  onAssignment(state, decided.assignmentId, (one) => ({
    ...one,
    due: decided.due,
    extensions: replaceLast(one.extensions, (asked) => ({
      ...asked,
      decision: decided.decision,
      decidedAt: at,
      decisionReason: decided.reason,
    })),
  }));

const issueReply: FoldOf<HandlingEvents>['reply.issued'] = (state, issued, at) => {
  const { claimedClass, outcomes } = issued;
  const reply: Reply = {
    ...pickReply(issued),
    confirmedClass: null,
    classHistory: claimedClass ? [{ class: claimedClass, outcomes, at, by: 'CLAIM', reason: null }] : [],
    issuedAt: at,
  };
  const replied = { ...state, replies: [...state.replies, reply] };
  if (issued.kind !== 'FORMAL') return replied;
  return onAssignment(replied, issued.assignmentId, (one) => ({ ...one, phase: 'REPLIED', repliedAt: at }));
};

function pickReply(issued: HandlingEvents['reply.issued']) {
  const { warnings: _warnings, dueAt: _dueAt, ...kept } = issued;
  return kept;
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
  const rated = { ...state, feedback: [...state.feedback, { ...given, at }] };
  return onAssignment(rated, given.assignmentId, (one) =>
    one.phase === 'REPLIED' ? { ...one, phase: 'RATED', ratedAt: at } : one,
  );
};

const openRound: FoldOf<HandlingEvents>['round.opened'] = (state, { previousIds, assignments }, at) => ({
  ...state,
  assignments: [
    ...state.assignments.map((one) =>
      previousIds.includes(one.assignmentId) ? { ...one, phase: 'CLOSED' as const, closedAt: at } : one,
    ),
    ...assignments.map((one) =>
      startAssignment(one, 'REHANDLING', previousOf(state, previousIds, one.unitId)),
    ),
  ],
});

const previousOf = (state: CaseState, previousIds: readonly string[], unitId: string): string | null =>
  state.assignments.find((one) => previousIds.includes(one.assignmentId) && one.unitId === unitId)
    ?.assignmentId ?? null;

const close: FoldOf<HandlingEvents>['proposal.closed'] = (state, { closedAt }) => ({
  ...state,
  phase: 'CLOSED',
  closedAt,
  assignments: state.assignments.map((one) =>
    FINISHED_PHASES.includes(one.phase) ? one : { ...one, phase: 'CLOSED', closedAt },
  ),
});

export const HANDLING_FOLDS: FoldOf<HandlingEvents> = {
  'units.allocated': allocate,
  'proposal.handed_over': handOver,
  'assignment.acknowledged': acknowledge,
  'return.requested': requestReturn,
  'return.decided': decideReturn,
  'contact.recorded': recordContact,
  'co_opinion.given': (state, { assignmentId, text, documentNumber, agreed }, at) =>
    onAssignment(state, assignmentId, (one) => ({
      ...one,
      phase: 'OPINION_GIVEN',
      opinions: [...one.opinions, { text, documentNumber, agreed, givenAt: at }],
    })),
  'extension.requested': (state, { assignmentId, amount, unit, reason }, at) =>
    onAssignment(state, assignmentId, (one) => ({
      ...one,
      extensions: [
        ...one.extensions,
        { amount, unit, reason, requestedAt: at, decision: null, decidedAt: null, decisionReason: null },
      ],
    })),
  'extension.decided': decideExtension,
  'reply.issued': issueReply,
  'class.confirmed': confirmClass,
  'feedback.given': giveFeedback,
  'round.opened': openRound,
  'proposal.closed': close,
};
