import type { HandlingEvents } from './events-handling.js';
import { ANSWER_FOLDS } from './fold-answers.js';
import { chooseUnit, onAssignment, startAssignment } from './fold-assignment.js';
import { moveMatters, resumed } from './fold-handover.js';
import { FINISHED_PHASES, type FoldOf } from './fold-intake.js';
import type { CaseState } from './state.js';

const replaceLast = <Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] =>
  items.map((item, index) => (index === items.length - 1 ? change(item) : item));

const allocate: FoldOf<HandlingEvents>['units.allocated'] = (state, { assignments, asked = null }, at) => ({
  phase: 'ALLOCATED',
  allocatedAt: at,
  precheck: asked && { ...asked, answers: [] },
  matters: state.matters.map((matter) => ({
    ...matter,
    unitIds: matter.unitIds.filter((unitId) => assignments.some((one) => one.unitId === unitId)),
  })),
  assignments: assignments.map(chooseUnit),
});

const handOver: FoldOf<HandlingEvents>['proposal.handed_over'] = (_, handed) => ({
  phase: 'HANDED_OVER',
  hard: handed.hard,
  processVersion: handed.processVersion,
  handedOverAt: handed.handedOverAt,
  handover: handed.details ?? null,
  assignments: handed.assignments.map((one) => startAssignment(one, 'HANDOVER', null)),
});

const acknowledge: FoldOf<HandlingEvents>['assignment.acknowledged'] = (state, acknowledged, at) => {
  const { assignmentId, note, opinion = null, due, returnBy } = acknowledged;
  const restarted = { ...(due && { due }), ...(returnBy && { returnBy }) };
  const receipt = { opinion, note, at };
  const contacted = state.contacts.some((one) => one.assignmentId === assignmentId);
  const phase = contacted ? 'IN_HANDLING' : 'ACKNOWLEDGED';
  return onAssignment(state, assignmentId, (one) => ({
    ...one,
    ...restarted,
    phase,
    receipt,
    acknowledgedAt: at,
  }));
};

const requestReturn: FoldOf<HandlingEvents>['return.requested'] = (state, requested, at) => {
  const { reason, proposedUnitId, late, decideBy, rung = null } = requested;
  const open = { decision: null, decidedAt: null, decisionReason: null, replacementId: null };
  const request = { reason, proposedUnitId, requestedAt: at, late, decideBy, rung, steps: [], ...open };
  return onAssignment(state, requested.assignmentId, (one) => ({
    ...one,
    phase: 'RETURN_REQUESTED',
    returns: [...one.returns, request],
  }));
};

const decideReturn: FoldOf<HandlingEvents>['return.decided'] = (state, decided, at) => {
  const { assignmentId, decision, reason, replacement } = decided;
  const settled = onAssignment(state, assignmentId, (one) => {
    return {
      ...one,
      phase: decision === 'APPROVED' ? 'REASSIGNED' : resumed(state, one),
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
  if (decision === 'REFUSED') return settled;
  const leaving = state.assignments.find((one) => one.assignmentId === assignmentId)?.unitId ?? '';
  const moved = moveMatters(state, leaving, replacement?.unitId ?? null);
  if (!replacement) return { ...settled, ...moved };
  const started = startAssignment(replacement, 'RETURN', assignmentId);
  return { ...moved, assignments: [...settled.assignments, started] };
};

const recordContact: FoldOf<HandlingEvents>['contact.recorded'] = (state, recorded) => {
  const { place = null, placeName = null, proposerOpinion = null } = recorded;
  const contact = { ...recorded, place, placeName, proposerOpinion };
  const contacted = onAssignment(state, recorded.assignmentId, (one) =>
    one.phase === 'ACKNOWLEDGED' ? { ...one, phase: 'IN_HANDLING' } : one,
  );
  return { ...contacted, contacts: [...state.contacts, contact] };
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

const openRound: FoldOf<HandlingEvents>['round.opened'] = (
  state,
  { previousIds, assignments, ...why },
  at,
) => ({
  // A case that was closed is in hand again.
  phase: 'HANDED_OVER',
  closedAt: null,
  assignments: [
    ...state.assignments.map((one) =>
      previousIds.includes(one.assignmentId) ? { ...one, phase: 'CLOSED' as const, closedAt: at } : one,
    ),
    ...assignments.map((one) => ({
      ...startAssignment(one, 'REHANDLING', previousOf(state, previousIds, one.unitId)),
      reopened: { reason: why.reason, trigger: why.trigger ?? null, note: why.note ?? null },
    })),
  ],
});

const previousOf = (state: CaseState, previousIds: readonly string[], unitId: string): string | null =>
  state.assignments.find((one) => previousIds.includes(one.assignmentId) && one.unitId === unitId)
    ?.assignmentId ?? null;

const close: FoldOf<HandlingEvents>['proposal.closed'] = (state, { closedAt }) => ({
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
  ...ANSWER_FOLDS,
  'round.opened': openRound,
  'proposal.closed': close,
};
