import { keyRuleOf } from '../supervision/key-rule.js';
import type { IntakeEvents } from './events.js';
import { opened, preSubmit, review } from './fold-review.js';
import type { CaseState, Cosignature } from './state.js';
import type { AssignmentPhase } from './vocabulary.js';

/** One function per event type: what it changes of the state, with the instant at which it was so. */
export type FoldOf<Events> = {
  readonly [Type in keyof Events]: (
    state: CaseState,
    payload: Events[Type],
    at: string,
  ) => Partial<CaseState>;
};

/** Assignments that nobody works on any more. */
export const FINISHED_PHASES: readonly AssignmentPhase[] = ['CLOSED', 'REASSIGNED', 'ENDED'];

const onCosignature = (
  state: CaseState,
  mandateId: string,
  change: (one: Cosignature) => Cosignature,
): Partial<CaseState> => ({
  cosignatures: state.cosignatures.map((one) => (one.mandateId === mandateId ? change(one) : one)),
});

const draft: FoldOf<IntakeEvents>['proposal.drafted'] = (_, drafted, at) => ({
  proposalId: drafted.proposalId,
  phase: 'DRAFT',
  kind: drafted.kind,
  period: drafted.period,
  proposerType: drafted.proposerType,
  leadProposerId: drafted.leadProposerId,
  collective: drafted.collective,
  disclosureConsent: drafted.disclosureConsent,
  source: drafted.source,
  content: {
    title: drafted.title,
    body: drafted.body,
    category: drafted.category,
    suggestedUnitIds: drafted.suggestedUnitIds,
  },
  contentVersion: 1,
  draftedAt: at,
});

const revise: FoldOf<IntakeEvents>['proposal.revised'] = (state, revised) => ({
  content: {
    title: revised.title,
    body: revised.body,
    category: revised.category,
    suggestedUnitIds: revised.suggestedUnitIds,
  },
  phase: state.phase === 'PRE_REVIEWED' ? 'DRAFT' : state.phase,
  contentVersion: revised.version,
  cosignatures: state.cosignatures.map((one) => {
    const again = revised.reopened.find((other) => other.mandateId === one.mandateId);
    return again ? { ...one, status: 'INVITED', due: again.due, answeredAt: null } : one;
  }),
});

const invite: FoldOf<IntakeEvents>['cosigner.invited'] = (state, { mandateId, due }, at) => ({
  phase: state.phase === 'DRAFT' ? 'COSIGNING' : state.phase,
  cosignatures: [
    ...state.cosignatures.filter((one) => one.mandateId !== mandateId),
    { mandateId, status: 'INVITED', invitedAt: at, due, answeredAt: null, reason: null },
  ],
});

const submit: FoldOf<IntakeEvents>['proposal.submitted'] = (state, submitted, at) => {
  const { version, leadProposerId, cosignerIds } = submitted;
  const snapshot = { ...submitted.snapshot, version, leadProposerId, cosignerIds, submittedAt: at };
  return {
    phase: submitted.stageCount === 0 ? 'ACCEPTED' : 'SUBMITTED',
    ...opened(state, submitted.opens ?? [], at),
    snapshot,
    snapshots: [...state.snapshots, snapshot],
    cosignatures: state.cosignatures.map((one) =>
      submitted.lapsedIds.includes(one.mandateId) ? { ...one, status: 'LAPSED', answeredAt: at } : one,
    ),
  };
};

const docket: FoldOf<IntakeEvents>['proposal.docketed'] = (_, docketed, at) => {
  const { caseNumber, series, serial, year, term, session, category, canonicalCategory } = docketed;
  return {
    phase: 'DOCKETED',
    period: docketed.period,
    proposerType: docketed.proposerType,
    docketing: { caseNumber, series, serial, year, term, session, category, canonicalCategory, at },
  };
};

/** Withdrawal ends the handling at once; everything stays in the record. */
const withdraw: FoldOf<IntakeEvents>['proposal.withdrawn'] = (state, withdrawn, at) => ({
  phase: 'WITHDRAWN',
  withdrawal: { ...withdrawn, at },
  assignments: state.assignments.map((one) =>
    FINISHED_PHASES.includes(one.phase) ? one : { ...one, phase: 'ENDED', closedAt: at },
  ),
  entries: state.entries.map((one) => (one.endedAt ? one : { ...one, phase: 'ENDED', endedAt: at })),
});

const merge: FoldOf<IntakeEvents>['proposal.merged'] = (state, merged, at) => ({
  phase: 'MERGED',
  mergedInto: { proposalId: merged.intoId, caseNumber: merged.intoCaseNumber, at },
  assignments: state.assignments.map((one) => ({ ...one, phase: 'ENDED', closedAt: at })),
});

export const INTAKE_FOLDS: FoldOf<IntakeEvents> = {
  'proposal.drafted': draft,
  'proposal.revised': revise,
  'cosigner.invited': invite,
  'cosigner.confirmed': (state, { mandateId }, at) =>
    onCosignature(state, mandateId, (one) => ({ ...one, status: 'CONFIRMED', answeredAt: at })),
  'cosigner.declined': (state, { mandateId, reason }, at) =>
    onCosignature(state, mandateId, (one) => ({ ...one, status: 'DECLINED', answeredAt: at, reason })),
  'cosigner.cancelled': (state, { mandateId }, at) =>
    onCosignature(state, mandateId, (one) => ({ ...one, status: 'CANCELLED', answeredAt: at })),
  'proposal.pre_submitted': preSubmit,
  'proposal.submitted': submit,
  'review.decided': review,
  'proposal.docketed': docket,
  'proposal.merged': merge,
  'proposal.absorbed': (state, { fromId, fromCaseNumber, authorIds }) => ({
    absorbed: [...state.absorbed, { proposalId: fromId, caseNumber: fromCaseNumber, authorIds }],
  }),
  'merged.answered': (state, { byId, replyId, documentNumber }, at) => ({
    answers: [...state.answers, { byId, replyId, documentNumber, at }],
  }),
  'proposal.withdrawn': withdraw,
  'proposal.key_designated': (state, designated, at) => ({
    keyDesignations: [...state.keyDesignations, { ...designated, rule: keyRuleOf(designated), at }],
  }),
};
