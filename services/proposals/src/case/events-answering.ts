import type { CalendarDate } from '@duban/kernel';
import type { LetterDisclosure, ReplyFault } from './vocabulary-answering.js';

/** What a letter says beside its text, class and signature. */
export type Letter = {
  /** Names of the bodies that get a copy (抄送). */
  readonly copies: readonly string[];
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly disclosure: LetterDisclosure | null;
  /** Whether the feedback form went with it. */
  readonly feedbackForm: boolean;
  /** Numbers of the matters that it answers; empty where a case has none. */
  readonly matters: readonly number[];
};

/** A promise in a letter, with the day by which it is to be kept. */
export type Promised = {
  readonly commitmentId: string;
  readonly text: string;
  readonly dueOn: CalendarDate;
};

export type Fulfilment = 'YES' | 'PARTLY' | 'NO';

/** Events of the answer before and after the letter itself. */
export type AnsweringEvents = {
  /** A draft replaces the one before it; what was agreed on that one is gone. */
  'reply.drafted': {
    readonly draftId: string;
    readonly assignmentId: string;
    readonly round: number;
    readonly body: string;
    readonly claimedClass: string;
  };
  /** By a co-unit, on the lead unit's draft. */
  'reply.countersigned': {
    readonly draftId: string;
    /** The co-unit's own assignment. */
    readonly assignmentId: string;
    readonly unitId: string;
    readonly agreed: boolean;
    readonly text: string | null;
  };
  'reply.reviewed': {
    readonly draftId: string;
    readonly assignmentId: string;
    readonly verdict: 'PASS' | 'REJECT';
    readonly faults: readonly { readonly code: string; readonly canonical: ReplyFault }[];
    readonly reason: string | null;
  };
  'commitment.checked': {
    readonly commitmentId: string;
    readonly replyId: string;
    readonly assignmentId: string;
    readonly fulfilled: Fulfilment;
    readonly note: string | null;
  };
};
