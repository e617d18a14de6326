import type { DateUnit } from '@duban/kernel';
import type { DueDate } from './deadline.js';
import type { ProposalContent } from './events.js';
import type { ContactParticipant } from './events-handling.js';
import type { Evidence } from './events-tracking.js';
import type {
  AssignmentOrigin,
  AssignmentPhase,
  AssignmentRole,
  CanonicalLevel,
  CanonicalOutcome,
  CasePhase,
  ContactChannel,
  ContactPhase,
  CosignatureStatus,
  EntryPhase,
  FeedbackAxis,
  ProposalKind,
  ProposerType,
  ReplyKind,
  ReviewVerdict,
  SessionPeriod,
  Source,
} from './vocabulary.js';

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
  readonly at: string;
  /** Which submission was reviewed. */
  readonly version: number;
};

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

export type ReturnRequest = {
  readonly reason: string;
  readonly proposedUnitId: string | null;
  readonly requestedAt: string;
  readonly late: boolean;
  readonly decideBy: DueDate | null;
  readonly decision: 'APPROVED' | 'REFUSED' | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  readonly replacementId: string | null;
};

export type Extension = {
  readonly amount: number;
  readonly unit: DateUnit;
  readonly reason: string;
  readonly requestedAt: string;
  readonly decision: 'APPROVED' | 'REFUSED' | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
};

export type CoOpinion = {
  readonly text: string;
  readonly documentNumber: string | null;
  readonly agreed: boolean;
  readonly givenAt: string;
};

/** One unit in one round. Rounds of one unit are chained by `previousId`. */
export type Assignment = {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly round: number;
  readonly origin: AssignmentOrigin;
  readonly previousId: string | null;
  readonly phase: AssignmentPhase;
  readonly handedOverAt: string | null;
  readonly due: DueDate | null;
  readonly acknowledgeBy: DueDate | null;
  readonly returnBy: DueDate | null;
  readonly acknowledgedAt: string | null;
  readonly returns: readonly ReturnRequest[];
  readonly extensions: readonly Extension[];
  readonly opinions: readonly CoOpinion[];
  readonly repliedAt: string | null;
  readonly ratedAt: string | null;
  readonly closedAt: string | null;
};

export type Contact = {
  readonly contactId: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly phase: ContactPhase;
  readonly channel: ContactChannel;
  readonly at: string;
  readonly participants: readonly ContactParticipant[];
  readonly faceToFace: boolean;
  readonly byHead: boolean;
  readonly record: string | null;
};

export type ClassChange = {
  readonly class: string;
  readonly outcomes: readonly CanonicalOutcome[];
  readonly at: string;
  readonly by: 'CLAIM' | 'CONFIRMATION' | 'TRACKING';
  readonly reason: string | null;
};

export type Reply = {
  readonly replyId: string;
  readonly assignmentId: string;
  readonly unitId: string;
  readonly round: number;
  readonly kind: ReplyKind;
  readonly documentNumber: string;
  readonly body: string;
  readonly claimedClass: string | null;
  /** Null until another role has confirmed it. */
  readonly confirmedClass: string | null;
  /** Of the confirmed class, else of the claimed one. */
  readonly outcomes: readonly CanonicalOutcome[];
  readonly classHistory: readonly ClassChange[];
  readonly signatory: { readonly name: string; readonly personId: string | null; readonly role: string };
  readonly addresseeIds: readonly string[];
  readonly issuedAt: string;
  readonly onTime: boolean;
  readonly faceToFace: boolean;
  readonly byHead: boolean;
  readonly feedbackBy: DueDate | null;
};

export type Feedback = {
  readonly feedbackId: string;
  readonly formId: string;
  readonly assignmentId: string;
  readonly replyId: string;
  readonly round: number;
  readonly respondent: string;
  readonly collectedBy: string | null;
  readonly axis: FeedbackAxis;
  readonly level: string;
  readonly canonicalLevel: CanonicalLevel;
  readonly satisfied: boolean;
  readonly comment: string | null;
  readonly at: string;
};

export type TrackingEntry = {
  readonly entryId: string;
  readonly assignmentId: string;
  readonly replyId: string;
  readonly unitId: string;
  readonly registerNumber: string;
  readonly originYear: number;
  /** The year it is kept under now. */
  readonly year: number;
  readonly yearsCarried: number;
  readonly class: string;
  readonly outcomes: readonly CanonicalOutcome[];
  readonly due: DueDate | null;
  readonly phase: EntryPhase;
  readonly registeredAt: string;
  readonly progress: readonly { readonly text: string; readonly at: string }[];
  readonly evidence: readonly Evidence[];
  readonly claimedAt: string | null;
  readonly confirmedAt: string | null;
  readonly struckOffAt: string | null;
  readonly endedAt: string | null;
};

export type KeyDesignation = {
  readonly tier: string;
  readonly canonicalTier: string;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly at: string;
};

/** The state of one case: a pure fold of its events. */
export type CaseState = {
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
  /** The latest submission; earlier ones are in `snapshots`. */
  readonly snapshot: Snapshot | null;
  readonly snapshots: readonly Snapshot[];
  readonly reviews: readonly ReviewDecision[];
  /** Index of the review stage that decides next. */
  readonly reviewStage: number;
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
  readonly allocatedAt: string | null;
  readonly handedOverAt: string | null;
  readonly assignments: readonly Assignment[];
  readonly contacts: readonly Contact[];
  readonly replies: readonly Reply[];
  readonly feedback: readonly Feedback[];
  readonly entries: readonly TrackingEntry[];
  /** Four facts with four dates: answered, handling ended, solved, satisfied (办复、办结、办成、满意). */
  readonly repliedAt: string | null;
  readonly closedAt: string | null;
  readonly solvedAt: string | null;
  readonly satisfiedAt: string | null;
};
