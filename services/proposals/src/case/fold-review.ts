import type { StageOpening } from './deadline.js';
import type { IntakeEvents } from './events.js';
import type { CaseState, ReviewDecision } from './state.js';
import type { CasePhase, ReviewVerdict } from './vocabulary.js';

type Decided = IntakeEvents['review.decided'];

/** Where a case stands after a verdict that does not let it go on. A merge has an event of its own. */
const AFTER_VERDICT: Readonly<Record<Exclude<ReviewVerdict, 'ACCEPT' | 'ADOPT' | 'MERGE'>, CasePhase>> = {
  REQUEST_REVISION: 'REVISION_REQUESTED',
  REVISE: 'REVISION_REQUESTED',
  REWRITE: 'REVISION_REQUESTED',
  RETURN: 'RETURNED',
  REJECT: 'REJECTED',
  CONVERT: 'CONVERTED',
};

/** A submission begins its review anew. */
export const opened = (state: CaseState, opens: readonly StageOpening[], at: string) => ({
  reviewStage: 0,
  reviewsFrom: state.reviews.length,
  openStages: opens.map((one) => ({ ...one, openedAt: at })),
});

export const preSubmit = (
  state: CaseState,
  { version, snapshot, opens }: IntakeEvents['proposal.pre_submitted'],
  at: string,
): Partial<CaseState> => ({
  ...opened(state, opens, at),
  phase: 'PRE_SUBMITTED',
  preSubmission: { version, body: snapshot.body, at },
});

export function review(state: CaseState, decided: Decided, at: string): Partial<CaseState> {
  // Events of before there were stages side by side: each verdict stood for its stage.
  const verdict = decided.groupVerdict === undefined ? decided.verdict : decided.groupVerdict;
  const reviews = [...state.reviews, reviewOf(state, decided, at)];
  const goesOn = verdict === 'ACCEPT' || verdict === 'ADOPT';
  const last = goesOn && decided.stageIndex + 1 >= decided.stageCount;
  return {
    reviews,
    phase: phaseAfter(state, verdict, last),
    reviewStage: goesOn ? decided.stageIndex + 1 : state.reviewStage,
    openStages: openAfter(state, decided, verdict, at),
    preReviewedVersion: last && state.snapshot === null ? state.contentVersion : state.preReviewedVersion,
  };
}

function openAfter(state: CaseState, { opens }: Decided, verdict: ReviewVerdict | null, at: string) {
  if (verdict === null) return state.openStages;
  return (opens ?? []).map((one) => ({ ...one, openedAt: at }));
}

function phaseAfter({ snapshot }: CaseState, verdict: ReviewVerdict | null, last: boolean): CasePhase {
  const early = snapshot === null;
  if (verdict === null || verdict === 'MERGE') return early ? 'PRE_SUBMITTED' : 'UNDER_REVIEW';
  if (verdict !== 'ACCEPT' && verdict !== 'ADOPT') return AFTER_VERDICT[verdict];
  if (early) return last ? 'PRE_REVIEWED' : 'PRE_SUBMITTED';
  return last ? 'ACCEPTED' : 'UNDER_REVIEW';
}

const reviewOf = (state: CaseState, decided: Decided, at: string): ReviewDecision => ({
  stage: decided.stage,
  verdict: decided.verdict,
  reasonCode: decided.reasonCode,
  reasonText: decided.reasonText,
  convertedTo: decided.convertedTo,
  mergeIntoId: decided.mergeIntoId ?? null,
  reviewer: decided.reviewer ?? '',
  reviewerName: decided.reviewerName ?? null,
  body: decided.body ?? null,
  onTime: decided.onTime ?? null,
  at,
  version: state.snapshot?.version ?? state.contentVersion,
});
