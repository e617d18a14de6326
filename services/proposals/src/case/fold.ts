import { latest } from './clock.js';
import type { CaseEvent, CaseEvents } from './events.js';
import { EMPTY_FORM } from './events-intake.js';
import { factsOf } from './facts.js';
import { ANSWERING_FOLDS } from './fold-answering.js';
import { DUTY_FOLDS } from './fold-duties.js';
import { GRANT_FOLDS } from './fold-grants.js';
import { HANDLING_FOLDS } from './fold-handling.js';
import { HANDOVER_FOLDS } from './fold-handover.js';
import { type FoldOf, INTAKE_FOLDS } from './fold-intake.js';
import { MOVING_FOLDS } from './fold-moving.js';
import { RECORD_FOLDS } from './fold-records.js';
import { REGISTER_FOLDS } from './fold-register.js';
import { SUBMISSION_FOLDS } from './fold-submission.js';
import { TRACKING_FOLDS } from './fold-tracking.js';
import type { CaseState } from './state.js';

const FOLDS: FoldOf<CaseEvents> = {
  ...INTAKE_FOLDS,
  ...HANDOVER_FOLDS,
  ...HANDLING_FOLDS,
  ...ANSWERING_FOLDS,
  ...SUBMISSION_FOLDS,
  ...GRANT_FOLDS,
  ...REGISTER_FOLDS,
  ...TRACKING_FOLDS,
  ...RECORD_FOLDS,
  ...DUTY_FOLDS,
  ...MOVING_FOLDS,
};

/** The state before the first event. */
export const EMPTY_CASE: CaseState = {
  proposalId: '',
  phase: 'NONE',
  version: 0,
  lastOccurredAt: null,
  kind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  leadProposerId: '',
  collective: null,
  disclosureConsent: 'NONE',
  source: 'ONLINE',
  content: { title: '', body: '', category: null, suggestedUnitIds: [] },
  contentVersion: 0,
  draftedAt: null,
  cosignatures: [],
  grants: [],
  takenOpinions: [],
  form: EMPTY_FORM,
  consultations: [],
  paper: null,
  snapshot: null,
  snapshots: [],
  reviews: [],
  reviewStage: 0,
  reviewsFrom: 0,
  openStages: [],
  preSubmission: null,
  preReviewedVersion: null,
  docketing: null,
  mergedInto: null,
  absorbed: [],
  answers: [],
  withdrawal: null,
  keyDesignations: [],
  hard: false,
  processVersion: null,
  moves: [],
  allocatedAt: null,
  handedOverAt: null,
  matters: [],
  precheck: null,
  handover: null,
  assignments: [],
  contacts: [],
  replies: [],
  drafts: [],
  commitments: [],
  attention: null,
  feedback: [],
  formerFeedback: [],
  entries: [],
  records: [],
  duties: [],
  repliedAt: null,
  closedAt: null,
  solvedAt: null,
  satisfiedAt: null,
};

type Mutable<State> = { -readonly [Name in keyof State]: State[Name] };

/**
 * The state of a case after its events, in order; `from` is how it stood before them. Never throws: an
 * event it does not know changes nothing but the version. Folds say only what they change, and this is the
 * one place where a state is copied, once for all events: so all states have one shape, which V8 copies
 * twenty times as fast as when each fold made its own.
 */
export function fold(events: readonly CaseEvent[], from: CaseState = EMPTY_CASE): CaseState {
  const state: Mutable<CaseState> = { ...from };
  for (const event of events) advance(state, event);
  return state;
}

/** One event further. */
export const evolve = (state: CaseState, event: CaseEvent): CaseState => fold([event], state);

type Fold = (state: CaseState, payload: unknown, at: string) => Partial<CaseState>;

function advance(state: Mutable<CaseState>, { type, payload, occurredAt: at }: CaseEvent): void {
  const { assignments, replies, entries, feedback, withdrawal } = state;
  Object.assign(state, (FOLDS[type] as Fold | undefined)?.(state, payload, at));
  const stands =
    state.assignments === assignments &&
    state.replies === replies &&
    state.entries === entries &&
    state.feedback === feedback &&
    state.withdrawal === withdrawal;
  if (!stands) {
    // The facts with their dates follow from these alone.
    const { repliedAt, solvedAt, satisfiedAt } = factsOf(state, at);
    state.repliedAt = repliedAt;
    state.solvedAt = solvedAt;
    state.satisfiedAt = satisfiedAt;
  }
  state.version += 1;
  state.lastOccurredAt = latest(state.lastOccurredAt, at);
}
