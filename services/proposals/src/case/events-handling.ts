import type { CalendarDate, DateUnit } from '@duban/kernel';
import type { ItemRules } from '../process/items.js';
import type { UnitSight } from '../process/second-round.js';
import type { DueDate } from './deadline.js';
import type { Letter, Promised } from './events-answering.js';
import type { HandoverDetails, Precheck, ReceiptOpinion } from './state-handover.js';
import type {
  AssignmentRole,
  CanonicalLevel,
  CanonicalOutcome,
  ContactChannel,
  ContactPhase,
  ContactPlace,
  ContactRole,
  FeedbackAxis,
  ReplyKind,
} from './vocabulary.js';
import type { RoundReason } from './vocabulary-answering.js';

/** An assignment as it leaves the office: with its clock running. `dueAt` is a date (Asia/Shanghai), the same as `due.date`. */
export type HandedOverAssignment = {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly round: number;
  readonly handedOverAt: string;
  readonly dueAt: CalendarDate;
  /** LEAD, SOLE, SEPARATE: reply; CO: the opinion to the lead. */
  readonly due: DueDate;
  readonly acknowledgeBy: DueDate | null;
  readonly returnBy: DueDate | null;
  readonly contactBy?: DueDate | null;
  readonly planBy?: DueDate | null;
};

export type ContactParticipant = {
  readonly role: ContactRole;
  readonly name: string;
  readonly personId: string | null;
  readonly mandateId: string | null;
};

/** Events of the handling: per assignment (unit x round). `warnings` names the guards in mode WARN that were not met. */
export type HandlingEvents = {
  'units.allocated': {
    readonly assignments: readonly {
      readonly assignmentId: string;
      readonly unitId: string;
      readonly role: AssignmentRole;
    }[];
    /** Where units and proposer are asked before the handover. */
    readonly asked?: Pick<Precheck, 'round' | 'answerBy'> | null;
  };
  'proposal.handed_over': {
    readonly handedOverAt: string;
    /** Hard or wide matters have the longer limit. */
    readonly hard: boolean;
    /** The version of the process that the case keeps from now on. */
    readonly processVersion: string;
    readonly assignments: readonly HandedOverAssignment[];
    readonly details?: HandoverDetails;
    /** By which rules figures and scores count it, where they are not the common ones. */
    readonly items?: ItemRules;
    readonly warnings: readonly string[];
  };
  'assignment.acknowledged': {
    readonly assignmentId: string;
    readonly note: string | null;
    /** Clocks that count from the receipt start again here; absent: they stay. */
    readonly due?: DueDate;
    readonly returnBy?: DueDate;
    readonly opinion?: ReceiptOpinion | null;
  };
  'return.requested': {
    readonly assignmentId: string;
    readonly reason: string;
    readonly proposedUnitId: string | null;
    readonly late: boolean;
    readonly decideBy: DueDate | null;
    readonly rung?: string | null;
  };
  'return.decided': {
    readonly assignmentId: string;
    readonly decision: 'APPROVED' | 'REFUSED';
    readonly reason: string | null;
    /** The unit that takes over, handed over at this moment; null when refused, or when a co-unit leaves without one. */
    readonly replacement: HandedOverAssignment | null;
  };
  'contact.recorded': {
    readonly assignmentId: string;
    readonly contactId: string;
    readonly round: number;
    readonly phase: ContactPhase;
    readonly channel: ContactChannel;
    readonly at: string;
    readonly participants: readonly ContactParticipant[];
    /** Derived: the channel is one of presence and a proposer took part. */
    readonly faceToFace: boolean;
    /** Derived: someone took part who was head of the unit at that time. */
    readonly byHead: boolean;
    readonly record: string | null;
    readonly place?: ContactPlace | null;
    readonly placeName?: string | null;
    readonly proposerOpinion?: string | null;
  };
  'co_opinion.given': {
    readonly assignmentId: string;
    readonly text: string;
    readonly documentNumber: string | null;
    readonly agreed: boolean;
  };
  'extension.requested': {
    readonly assignmentId: string;
    readonly amount: number;
    readonly unit: DateUnit;
    readonly reason: string;
  };
  'extension.decided': {
    readonly assignmentId: string;
    readonly decision: 'APPROVED' | 'REFUSED';
    readonly reason: string | null;
    /** The new due date with all extensions; the old one when refused. */
    readonly due: DueDate;
    readonly dueAt: CalendarDate;
    /** Mandates of the proposers who are told. */
    readonly notifiedIds?: readonly string[];
  };
  'reply.issued': {
    readonly assignmentId: string;
    readonly replyId: string;
    readonly unitId: string;
    readonly round: number;
    readonly kind: ReplyKind;
    readonly documentNumber: string;
    readonly body: string;
    /** Null for INTERIM. */
    readonly claimedClass: string | null;
    readonly outcomes: readonly CanonicalOutcome[];
    readonly signatory: {
      readonly name: string;
      readonly personId: string | null;
      readonly role: ContactRole;
    };
    /** Mandates of every author who is answered, those of merged cases included. */
    readonly addresseeIds: readonly string[];
    /** Mandates that are asked to rate it; letters recorded before this was said have none. */
    readonly respondentIds?: readonly string[];
    /** What staff of the rated unit are to see of ratings; for those who keep ratings elsewhere. */
    readonly unitSees?: UnitSight;
    readonly dueAt: CalendarDate;
    readonly onTime: boolean;
    /** Derived from the contacts of phase AT_REPLY of this assignment and round. */
    readonly faceToFace: boolean;
    readonly byHead: boolean;
    readonly feedbackBy: DueDate | null;
    /** Letters recorded before these were asked for have neither. */
    readonly letter?: Letter;
    readonly commitments?: readonly Promised[];
    readonly warnings: readonly string[];
  };
  'class.confirmed': {
    readonly assignmentId: string;
    readonly replyId: string;
    readonly round: number;
    readonly class: string;
    readonly outcomes: readonly CanonicalOutcome[];
    /** What it was before: the claimed class, or an earlier confirmation. */
    readonly previousClass: string | null;
    readonly reason: string | null;
  };
  /** One event per axis of a form; `formId` joins them. Immutable. */
  'feedback.given': {
    readonly feedbackId: string;
    readonly formId: string;
    readonly assignmentId: string;
    readonly replyId: string;
    readonly unitId: string;
    readonly round: number;
    /** Mandate of the one who rates. */
    readonly respondent: string;
    /** Role of the one who entered it when that is the office, from a signed paper form. */
    readonly collectedBy: string | null;
    readonly axis: FeedbackAxis;
    /** Code of an axis of the locality's own. */
    readonly ownAxis?: string | null;
    readonly level: string;
    readonly points?: number | null;
    readonly canonicalLevel: CanonicalLevel;
    /** Whether the locality counts this level as satisfied (满意率 with or without 基本满意). */
    readonly satisfied: boolean;
    readonly comment: string | null;
  };
  /** A form that takes the place of another one by the same person; one event per axis, as when it was given. */
  'feedback.corrected': HandlingEvents['feedback.given'] & {
    readonly replacesForm: string;
    /** The rating on the same axis; null where the form before had none. */
    readonly replaces: string | null;
    readonly reason: string;
  };
  'round.opened': {
    readonly round: number;
    readonly reason: RoundReason;
    /** What an office found, by the locality's code, and in words; rounds opened by a rating have neither. */
    readonly trigger?: string | null;
    readonly note?: string | null;
    /** The assignments of the round before that end here. */
    readonly previousIds: readonly string[];
    readonly assignments: readonly HandedOverAssignment[];
  };
  'proposal.closed': { readonly closedAt: string; readonly warnings: readonly string[] };
};
