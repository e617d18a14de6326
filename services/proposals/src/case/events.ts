import type { NewEvent, RecordedEvent } from '@duban/kernel';
import type { RecordEvents } from '../records/work-record.js';
import type { DutyEvents } from '../supervision/duty.js';
import type { DueDate, StageOpening } from './deadline.js';
import type { AnsweringEvents } from './events-answering.js';
import type { GrantEvents } from './events-grants.js';
import type { HandlingEvents } from './events-handling.js';
import type { HandoverEvents } from './events-handover.js';
import type { SubmissionEvents } from './events-intake.js';
import type { MovingEvents } from './events-moving.js';
import type { RegisterEvents } from './events-register.js';
import type { TrackingEvents } from './events-tracking.js';
import type {
  CanonicalReviewReason,
  ProposalKind,
  ProposerType,
  ReviewVerdict,
  SessionPeriod,
  Source,
} from './vocabulary.js';

/** What the proposer wrote: the part of a case that can be revised until it is submitted. */
export type ProposalContent = {
  readonly title: string;
  readonly body: string;
  /** The locality's own category code; null until somebody sets it, at the latest when docketed. */
  readonly category: string | null;
  readonly suggestedUnitIds: readonly string[];
};

/** Events of the intake. Ids are bare UUIDs; `...At` are ISO instants unless said otherwise. */
export type IntakeEvents = {
  'proposal.drafted': ProposalContent & {
    readonly proposalId: string;
    readonly kind: ProposalKind;
    readonly period: SessionPeriod;
    readonly proposerType: ProposerType;
    /** Mandate (people) of the lead proposer (领衔人). */
    readonly leadProposerId: string;
    /** Delegation, party, sector or group, for collective forms. */
    readonly collective: string | null;
    readonly disclosureConsent: 'FULL' | 'TITLE_ONLY' | 'NONE';
    readonly source: Source;
  };
  'proposal.revised': ProposalContent & {
    readonly version: number;
    readonly reason: string | null;
    /** Co-signers who had confirmed and have to confirm the new text, each with a new deadline. */
    readonly reopened: readonly { readonly mandateId: string; readonly due: DueDate }[];
  };
  'cosigner.invited': { readonly mandateId: string; readonly due: DueDate };
  'cosigner.confirmed': { readonly mandateId: string; readonly version: number };
  'cosigner.declined': { readonly mandateId: string; readonly reason: string | null };
  'cosigner.cancelled': { readonly mandateId: string };
  /** The snapshot never changes afterwards; a revision that a reviewer asked for makes a new one. */
  'proposal.submitted': {
    readonly version: number;
    readonly snapshot: ProposalContent;
    readonly leadProposerId: string;
    readonly cosignerIds: readonly string[];
    /** Invited but unanswered at submission: they lapse. */
    readonly lapsedIds: readonly string[];
    /** Groups of review stages that follow; without any the case is accepted at once. */
    readonly stageCount: number;
    /** Stages that open now. */
    readonly opens: readonly StageOpening[];
  };
  /** A draft given to the pre-review (预交): it can be read by its reviewers, and not be changed meanwhile. */
  'proposal.pre_submitted': {
    readonly version: number;
    readonly snapshot: ProposalContent;
    readonly stageCount: number;
    readonly opens: readonly StageOpening[];
  };
  'review.decided': {
    readonly stage: string;
    /** Of the group of stages that are open side by side, and of how many. */
    readonly stageIndex: number;
    readonly stageCount: number;
    readonly verdict: ReviewVerdict;
    /** What all stages side by side come to; null while one of them waits. */
    readonly groupVerdict: ReviewVerdict | null;
    /** Stages that open next. */
    readonly opens: readonly StageOpening[];
    /** The account that decided, or `name:` and the name that an office entered from paper. */
    readonly reviewer: string;
    readonly reviewerName: string | null;
    readonly body: string | null;
    readonly onTime: boolean | null;
    /** For MERGE: the case it should go into. */
    readonly mergeIntoId: string | null;
    readonly reasonCode: string | null;
    readonly canonicalReason: CanonicalReviewReason | null;
    readonly reasonText: string | null;
    /** For CONVERT: what it is handled as instead, e.g. a letter or social information. */
    readonly convertedTo: string | null;
  };
  'proposal.docketed': {
    readonly caseNumber: string;
    /** Which counter the number came from; `serial` is null for a number given by an old ledger in another form. */
    readonly series: string;
    readonly serial: number | null;
    readonly kind: ProposalKind;
    readonly period: SessionPeriod;
    readonly year: number;
    readonly term: number | null;
    readonly session: number | null;
    readonly title: string;
    readonly category: string;
    readonly canonicalCategory: string;
    readonly proposerType: ProposerType;
    readonly leadProposerId: string;
  };
  /** On the case that goes into another one. */
  'proposal.merged': {
    readonly intoId: string;
    readonly intoCaseNumber: string;
    readonly reason: string | null;
    /** The authors of this case; each is answered by the case it went into. */
    readonly authorIds: readonly string[];
  };
  /** On the case that takes another one in. */
  'proposal.absorbed': {
    readonly fromId: string;
    readonly fromCaseNumber: string | null;
    readonly authorIds: readonly string[];
  };
  /** On the merged case: its authors were sent the reply of the case it went into. */
  'merged.answered': {
    readonly byId: string;
    readonly replyId: string;
    readonly documentNumber: string;
    readonly authorIds: readonly string[];
  };
  'proposal.withdrawn': {
    readonly byMandateId: string;
    readonly letter: string;
    readonly reason: string | null;
  };
  'proposal.key_designated': {
    readonly tier: string;
    readonly canonicalTier: string;
    readonly decidedBy: string | null;
    readonly reason: string | null;
    /** The rule (keyIf) that made it one; null when somebody did. Events of before it was told have none. */
    readonly rule?: string | null;
  };
};

export type CaseEvents = IntakeEvents &
  SubmissionEvents &
  GrantEvents &
  HandoverEvents &
  HandlingEvents &
  AnsweringEvents &
  TrackingEvents &
  RegisterEvents &
  RecordEvents &
  DutyEvents &
  MovingEvents;
export type CaseEventType = keyof CaseEvents;

/** Guards in mode WARN that were not met, by code: with the first event of the command they stand before. */
export type Warned = { readonly warnings?: readonly string[] };

/** What `decide` gives: `occurredAt` is always filled. */
export type NewCaseEvent = {
  [Type in CaseEventType]: NewEvent<Type, CaseEvents[Type] & Warned> & { readonly occurredAt: string };
}[CaseEventType];

/** What `fold` reads: a recorded event has all of it, a new one too. */
export type CaseEvent = {
  [Type in CaseEventType]: {
    readonly type: Type;
    readonly payload: CaseEvents[Type];
    readonly occurredAt: string;
  };
}[CaseEventType];

export type RecordedCaseEvent = {
  [Type in CaseEventType]: RecordedEvent<Type, CaseEvents[Type]>;
}[CaseEventType];
