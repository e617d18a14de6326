import type { AnsweringEvents } from './events-answering.js';
import type { FoldOf } from './fold-intake.js';
import type { CaseState } from './state.js';
import type { ReplyDraft } from './state-answering.js';

const onDraft = (
  state: CaseState,
  draftId: string,
  change: (one: ReplyDraft) => ReplyDraft,
): Partial<CaseState> => ({
  drafts: state.drafts.map((one) => (one.draftId === draftId ? change(one) : one)),
});

const countersign: FoldOf<AnsweringEvents>['reply.countersigned'] = (state, { draftId, ...signed }, at) =>
  onDraft(state, draftId, (one) => ({
    ...one,
    countersigns: [
      ...one.countersigns.filter(({ assignmentId }) => assignmentId !== signed.assignmentId),
      { ...signed, at },
    ],
  }));

export const ANSWERING_FOLDS: FoldOf<AnsweringEvents> = {
  'reply.drafted': (state, drafted, at) => ({
    drafts: [
      ...state.drafts.filter(({ assignmentId }) => assignmentId !== drafted.assignmentId),
      { ...drafted, draftedAt: at, countersigns: [], review: null },
    ],
  }),
  'reply.countersigned': countersign,
  'reply.reviewed': (state, { draftId, verdict, faults, reason }, at) =>
    onDraft(state, draftId, (one) => ({ ...one, review: { verdict, faults, reason, at } })),
  'commitment.checked': (state, { commitmentId, fulfilled, note }, at) => ({
    commitments: state.commitments.map((one) =>
      one.commitmentId === commitmentId ? { ...one, checks: [...one.checks, { fulfilled, note, at }] } : one,
    ),
  }),
};
