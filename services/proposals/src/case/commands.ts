import type { DateUnit } from '@duban/kernel';
import type { HandlingMode } from '../process/handover.js';
import type { AnsweringPayloads, CommitmentGiven } from './commands-answering.js';
import type { DutyCommands } from './commands-duties.js';
import type { GrantCommands } from './commands-grants.js';
import type { HandoverPayloads } from './commands-handover.js';
import type { SubmissionCommands } from './commands-intake.js';
import type { RecordCommands } from './commands-records.js';
import type { RegisterPayloads } from './commands-register.js';
import type { ProposalContent } from './events.js';
import type { ContactParticipant } from './events-handling.js';
import type { Evidence } from './events-tracking.js';
import type { CaseState } from './state.js';
import type {
  AssignmentRole,
  ContactChannel,
  ContactPhase,
  ContactPlace,
  ContactRole,
  FeedbackAxis,
  ProposalKind,
  ProposerType,
  ReplyKind,
  ReviewVerdict,
  SessionPeriod,
} from './vocabulary.js';
import type { LetterDisclosure } from './vocabulary-answering.js';

/** Every command may say when it was so (paper lines, imported ledgers); left out, it is now. */
type At = { readonly occurredAt?: string };
type OnAssignment = { readonly assignmentId: string };
type OnEntry = { readonly entryId: string };

/** A signed form, as the proposer or an office enters it. */
type FormGiven = {
  readonly replyId: string;
  /** Left out: the viewer's own mandate. Given: the office enters a signed paper form. */
  readonly respondent?: string;
  readonly ratings: readonly {
    /** One of the two: a canonical axis, or the code of one of the locality's own. */
    readonly axis?: FeedbackAxis | null;
    readonly ownAxis?: string | null;
    /** One of the two, as the axis is rated. */
    readonly level?: string | null;
    readonly points?: number | null;
    readonly comment?: string | null;
  }[];
};

export type CommandPayloads = AnsweringPayloads &
  HandoverPayloads &
  RecordCommands &
  RegisterPayloads &
  DutyCommands &
  SubmissionCommands &
  GrantCommands & {
    'proposal.draft': Omit<ProposalContent, 'category' | 'suggestedUnitIds'> & {
      readonly proposalId: string;
      readonly proposalKind: ProposalKind;
      readonly period: SessionPeriod;
      readonly proposerType: ProposerType;
      /** Left out: the viewer's own mandate. */
      readonly leadProposerId?: string;
      readonly category?: string | null;
      readonly suggestedUnitIds?: readonly string[];
      readonly collective?: string | null;
      readonly disclosureConsent?: 'FULL' | 'TITLE_ONLY' | 'NONE';
    };
    'proposal.revise': {
      readonly title?: string;
      readonly body?: string;
      readonly category?: string | null;
      readonly suggestedUnitIds?: readonly string[];
      readonly reason?: string | null;
    };
    'cosigner.invite': { readonly mandateId: string };
    /** `mandateId` left out: the viewer's own. Given: the office enters a signature from paper. */
    'cosigner.confirm': { readonly mandateId?: string };
    'cosigner.decline': { readonly mandateId?: string; readonly reason?: string | null };
    'cosigner.cancel': { readonly mandateId: string };
    'proposal.pre_submit': Record<never, never>;
    'proposal.submit': Record<never, never>;
    'review.decide': {
      /** The stage the reviewer means; refused when the case is at another one. */
      readonly stage: string;
      readonly verdict: ReviewVerdict;
      readonly reasonCode?: string | null;
      readonly reasonText?: string | null;
      readonly convertedTo?: string | null;
      /** For MERGE: the case it goes into. */
      readonly mergeIntoId?: string | null;
      /** From paper: who reviewed. Of several reviewers each is named. */
      readonly reviewerName?: string | null;
    };
    'proposal.docket': {
      readonly category?: string | null;
      readonly year: number;
      readonly term?: number | null;
      readonly session?: number | null;
      /** Only where the source of the entry keeps given numbers (old ledgers). */
      readonly caseNumber?: string;
    };
    'proposal.merge': { readonly intoId: string; readonly reason?: string | null };
    /** The other half of a merge, decided on the case that takes the merged one in, in the same transaction. */
    'proposal.absorb': { readonly fromId: string };
    'merged.answer': { readonly replyId: string; readonly documentNumber: string };
    'proposal.withdraw': { readonly letter: string; readonly reason?: string | null };
    'proposal.designate_key': {
      readonly tier: string;
      readonly decidedBy?: string | null;
      readonly reason?: string | null;
    };
    /** Replaces an earlier allocation as long as the case is not handed over. */
    'units.allocate': {
      readonly assignments: readonly { readonly unitId: string; readonly role: AssignmentRole }[];
      /** Stated, it has to be what the roles make. */
      readonly mode?: HandlingMode | null;
    };
    'return.request': OnAssignment & { readonly reason: string; readonly proposedUnitId?: string | null };
    'contact.record': OnAssignment & {
      readonly phase: ContactPhase;
      readonly channel: ContactChannel;
      readonly participants: readonly ContactParticipant[];
      readonly record?: string | null;
      readonly place?: ContactPlace | null;
      readonly placeName?: string | null;
      readonly proposerOpinion?: string | null;
    };
    'co_opinion.give': OnAssignment & {
      readonly text: string;
      readonly documentNumber?: string | null;
      readonly agreed: boolean;
    };
    'extension.request': OnAssignment & {
      readonly amount: number;
      readonly unit: DateUnit;
      readonly reason: string;
    };
    'extension.decide': OnAssignment & {
      readonly decision: 'APPROVE' | 'REFUSE';
      readonly reason?: string | null;
    };
    'reply.issue': OnAssignment & {
      readonly replyKind: ReplyKind;
      readonly documentNumber: string;
      readonly body: string;
      readonly claimedClass?: string | null;
      readonly signatory: {
        readonly name: string;
        readonly personId?: string | null;
        readonly role: ContactRole;
      };
      readonly copies?: readonly string[];
      readonly contactName?: string | null;
      readonly contactPhone?: string | null;
      readonly disclosure?: LetterDisclosure | null;
      readonly feedbackForm?: boolean;
      /** Numbers of the matters it answers. */
      readonly matters?: readonly number[];
      readonly commitments?: readonly CommitmentGiven[];
    };
    'class.confirm': OnAssignment & { readonly class: string; readonly reason?: string | null };
    'feedback.give': FormGiven;
    'feedback.correct': FormGiven & { readonly reason: string };
    'proposal.close': Record<never, never>;
    'entry.progress': OnEntry & { readonly text: string; readonly milestone?: number | null };
    'entry.claim_done': OnEntry & { readonly text: string; readonly evidence: readonly Evidence[] };
    'entry.confirm': OnEntry & { readonly note?: string | null };
    'entry.refuse_claim': OnEntry & { readonly reason: string };
    'entry.strike_off': OnEntry;
    'entry.roll_over': OnEntry & { readonly toYear: number };
    'entry.rehand': OnEntry;
    'entry.downgrade': OnEntry & { readonly class: string; readonly reason: string };
  };

export type CommandKind = keyof CommandPayloads;
export type CommandOf<Kind extends CommandKind> = { readonly kind: Kind } & At & CommandPayloads[Kind];
export type Command = { [Kind in CommandKind]: CommandOf<Kind> }[CommandKind];

/** The kind of the case: one that is being drafted says its own. */
export const caseKindOf = ({ kind }: Pick<CaseState, 'kind'>, command?: Command): ProposalKind =>
  command?.kind === 'proposal.draft' ? command.proposalKind : kind;
