import type { CommandKind } from '../case/commands.js';
import type {
  ContactChannel,
  ContactPhase,
  ContactPlace,
  ContactRole,
  GuardMode,
  ReplyKind,
} from '../case/vocabulary.js';
import type { Condition } from './condition.js';
import type { Label } from './label.js';
import type { RecordRequirement } from './records.js';
import type { IntakeRequirement } from './submission.js';
import type { DutyRequirement } from './supervision.js';

/** What a guard can require. Each kind is checked by an entry of the table in case/guard-rules.ts. */
export type GuardRequirement =
  | { readonly kind: 'ACKNOWLEDGED' }
  | {
      readonly kind: 'CONTACT';
      readonly phase: ContactPhase;
      readonly min: number;
      readonly channel?: ContactChannel;
      readonly faceToFace?: boolean;
      readonly byHead?: boolean;
      /** One of these took part: who they were at that time. */
      readonly by?: readonly ContactRole[];
      /** Each of these took part. */
      readonly attendees?: readonly ContactRole[];
      /** It took place in one of these. */
      readonly places?: readonly ContactPlace[];
      /** What the proposer said is on record. */
      readonly opinion?: boolean;
    }
  /** The unit has named who is responsible there. */
  | { readonly kind: 'RESPONSIBLE_NAMED' }
  /** The head of the unit has read and signed it. */
  | { readonly kind: 'HEAD_SIGNED' }
  /** There is a plan. */
  | { readonly kind: 'PLAN_SET' }
  /** The measures of the round are on record. */
  | { readonly kind: 'MEASURES_TAKEN' }
  /** A last round that did not satisfy was explained. */
  | { readonly kind: 'EXPLAINED' }
  /** What the register says is done was told to the proposer. */
  | { readonly kind: 'FOLLOW_UP_GIVEN' }
  /** The proposer was asked about the draft. */
  | { readonly kind: 'ASKED_ON_DRAFT' }
  | { readonly kind: 'CO_OPINIONS' }
  | { readonly kind: 'CLASS_CONFIRMED' }
  /** Every respondent has rated each formal reply, or the time for it has ended. */
  | { readonly kind: 'FEEDBACK_GIVEN_OR_LAPSED' }
  | RecordRequirement
  | DutyRequirement
  /** A condition over the case's facts, in CEL. */
  | { readonly kind: 'FACTS'; readonly that: string }
  | IntakeRequirement;

/**
 * What must be so before a command: BLOCK refuses, WARN records with the command's first event that
 * it was not met, OFF is silent. Where `when` is not known to hold or not, BLOCK refuses as well.
 */
export type Guard = {
  readonly before: CommandKind;
  /** For replies: before which kind; left out, before a formal one. */
  readonly variant?: ReplyKind;
  readonly when?: Condition;
  readonly label: Label;
  readonly require: GuardRequirement;
  readonly mode: GuardMode;
};
