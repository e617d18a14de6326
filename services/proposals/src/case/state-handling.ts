import type { DateUnit } from '@duban/kernel';
import type { DueDate } from './deadline.js';
import type { Letter } from './events-answering.js';
import type { HandlingEvents } from './events-handling.js';
import type { Evidence } from './events-tracking.js';
import type { AssignmentWork } from './state-handover.js';
import type { EntryPursuit } from './state-register.js';
import type {
  AssignmentOrigin,
  AssignmentPhase,
  AssignmentRole,
  CanonicalOutcome,
  EntryPhase,
} from './vocabulary.js';
import type { RoundReason } from './vocabulary-answering.js';

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
  /** The rung of the ladder it lies on; null where the arbiters decide alone. */
  readonly rung?: string | null;
  /** How it went up, in order. */
  readonly steps?: readonly { readonly rung: string; readonly reason: string | null; readonly at: string }[];
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
export type Assignment = AssignmentWork & {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly round: number;
  readonly origin: AssignmentOrigin;
  readonly previousId: string | null;
  /** For a second handling: why, and what an office found. */
  readonly reopened: {
    readonly reason: RoundReason;
    readonly trigger: string | null;
    readonly note: string | null;
  } | null;
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

/** As it was recorded; what earlier ones did not say is null. */
export type Contact = Required<HandlingEvents['contact.recorded']>;

export type ClassChange = {
  readonly class: string;
  readonly outcomes: readonly CanonicalOutcome[];
  readonly at: string;
  readonly by: 'CLAIM' | 'CONFIRMATION' | 'TRACKING';
  readonly reason: string | null;
};

/** A letter as it was issued, and what became of its class. */
export type Reply = Omit<
  HandlingEvents['reply.issued'],
  'letter' | 'commitments' | 'dueAt' | 'warnings' | 'respondentIds' | 'unitSees'
> & {
  /** Null until another role has confirmed it. */
  readonly confirmedClass: string | null;
  /** Of the confirmed class, else of the claimed one. */
  readonly outcomes: readonly CanonicalOutcome[];
  readonly classHistory: readonly ClassChange[];
  readonly issuedAt: string;
  /** Null for a letter recorded before it was asked for. */
  readonly letter: Letter | null;
};

export type Feedback = Required<Omit<HandlingEvents['feedback.given'], 'unitId'>> & {
  readonly at: string;
  /** The rating whose place it took, and why; null for one that was given first. */
  readonly replaces: string | null;
  readonly reason: string | null;
};

export type TrackingEntry = EntryPursuit & {
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
  /** When it was last carried to another year, or handed over again. */
  readonly carriedAt: string | null;
  readonly struckOffAt: string | null;
  readonly endedAt: string | null;
};
