import type { WorkRecord } from '../records/work-record.js';
import type { Duty } from '../supervision/duty.js';
import type { DueDate } from './deadline.js';
import type { ProposalContent } from './events.js';
import type { CaseMoved } from './events-moving.js';
import type { Commitment, ReplyDraft } from './state-answering.js';
import type { GrantState } from './state-grants.js';
import type { Assignment, Contact, Feedback, Reply, TrackingEntry } from './state-handling.js';
import type { CaseHandover } from './state-handover.js';
import type { SubmissionState } from './state-intake.js';
import type {
  CasePhase,
  CosignatureStatus,
  ProposalKind,
  ProposerType,
  ReviewVerdict,
  SessionPeriod,
  Source,
} from './vocabulary.js';

export type * from './state-answering.js';
export type * from './state-grants.js';
export type * from './state-handling.js';
export type * from './state-handover.js';
export type * from './state-intake.js';
export type * from './state-register.js';

export type Cosignature = {
  readonly mandateId: string;
  readonly status: CosignatureStatus;
  readonly invitedAt: string;
  readonly due: DueDate;
  readonly answeredAt: string | null;
  readonly reason: string | null;
};

export type ReviewDecision = {
  readonly stage: string;
  readonly verdict: ReviewVerdict;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly convertedTo: string | null;
  readonly mergeIntoId: string | null;
  /** The account that decided, or `name:` and the name that an office entered from paper. */
  readonly reviewer: string;
  readonly reviewerName: string | null;
  /** Which body reviewed (OrganKind), where the process says. */
  readonly body: string | null;
  /** Null where the stage has no time limit. */
  readonly onTime: boolean | null;
  readonly at: string;
  /** Which submission was reviewed. */
  readonly version: number;
};

export type OpenStage = { readonly stage: string; readonly openedAt: string; readonly due: DueDate | null };

export type Snapshot = ProposalContent & {
  readonly version: number;
  readonly submittedAt: string;
  readonly leadProposerId: string;
  readonly cosignerIds: readonly string[];
};

export type Docketing = {
  readonly caseNumber: string;
  readonly series: string;
  readonly serial: number | null;
  readonly year: number;
  readonly term: number | null;
  readonly session: number | null;
  readonly category: string;
  readonly canonicalCategory: string;
  readonly at: string;
};

export type KeyDesignation = {
  readonly tier: string;
  readonly canonicalTier: string;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** The rule (keyIf) that made it one; null when somebody did. */
  readonly rule: string | null;
  readonly at: string;
};

/** The state of one case: a pure fold of its events. */
export type CaseState = CaseHandover & {
  readonly proposalId: string;
  readonly phase: CasePhase;
  /** Number of events folded: the optimistic version of the case. */
  readonly version: number;
  /** The latest moment of anything in the case (not of the last recorded event: paper comes in late). */
  readonly lastOccurredAt: string | null;
  readonly kind: ProposalKind;
  readonly period: SessionPeriod;
  readonly proposerType: ProposerType;
  readonly leadProposerId: string;
  readonly collective: string | null;
  readonly disclosureConsent: 'FULL' | 'TITLE_ONLY' | 'NONE';
  readonly source: Source;
  readonly content: ProposalContent;
  /** Version of the text: 1 when drafted, one more with each revision. */
  readonly contentVersion: number;
  readonly draftedAt: string | null;
  readonly cosignatures: readonly Cosignature[];
  readonly grants: GrantState['grants'];
  readonly takenOpinions: GrantState['takenOpinions'];
  readonly form: SubmissionState['form'];
  readonly consultations: SubmissionState['consultations'];
  readonly paper: SubmissionState['paper'];
  /** The latest submission; earlier ones are in `snapshots`. */
  readonly snapshot: Snapshot | null;
  readonly snapshots: readonly Snapshot[];
  readonly reviews: readonly ReviewDecision[];
  /** How many groups of stages (stages side by side count as one) the latest submission has passed. */
  readonly reviewStage: number;
  /** Where in `reviews` those of the latest submission begin. */
  readonly reviewsFrom: number;
  /** Stages that were opened last, each with its clock. */
  readonly openStages: readonly OpenStage[];
  /** The draft that was given to the pre-review (预审); null when there was none. */
  readonly preSubmission: { readonly version: number; readonly body: string; readonly at: string } | null;
  /** Version of the text that the pre-review adopted. */
  readonly preReviewedVersion: number | null;
  readonly docketing: Docketing | null;
  readonly mergedInto: {
    readonly proposalId: string;
    readonly caseNumber: string;
    readonly at: string;
  } | null;
  readonly absorbed: readonly {
    readonly proposalId: string;
    readonly caseNumber: string | null;
    readonly authorIds: readonly string[];
  }[];
  /** On a merged case: the replies its authors were sent. */
  readonly answers: readonly {
    readonly byId: string;
    readonly replyId: string;
    readonly documentNumber: string;
    readonly at: string;
  }[];
  readonly withdrawal: {
    readonly byMandateId: string;
    readonly letter: string;
    readonly reason: string | null;
    readonly at: string;
  } | null;
  readonly keyDesignations: readonly KeyDesignation[];
  readonly hard: boolean;
  readonly processVersion: string | null;
  /** Moves to other versions of the process, in order. */
  readonly moves: readonly CaseMoved[];
  readonly allocatedAt: string | null;
  readonly handedOverAt: string | null;
  readonly assignments: readonly Assignment[];
  readonly contacts: readonly Contact[];
  readonly replies: readonly Reply[];
  readonly drafts: readonly ReplyDraft[];
  readonly commitments: readonly Commitment[];
  /** Many care about it: why, and since when. */
  readonly attention: { readonly reason: string; readonly at: string } | null;
  /** What stands of every form. */
  readonly feedback: readonly Feedback[];
  /** What others took the place of. */
  readonly formerFeedback: readonly Feedback[];
  readonly entries: readonly TrackingEntry[];
  readonly records: readonly WorkRecord[];
  readonly duties: readonly Duty[];
  /** Four facts with four dates: answered, handling ended, solved, satisfied (办复、办结、办成、满意). */
  readonly repliedAt: string | null;
  readonly closedAt: string | null;
  readonly solvedAt: string | null;
  readonly satisfiedAt: string | null;
};
