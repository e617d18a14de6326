import type { AnsweringEvents, Fulfilment, Promised } from './events-answering.js';

type Faults = AnsweringEvents['reply.reviewed']['faults'];

/** What a unit means to answer, while it is agreed and checked. */
export type ReplyDraft = {
  readonly draftId: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly body: string;
  readonly claimedClass: string;
  readonly draftedAt: string;
  readonly countersigns: readonly {
    readonly assignmentId: string;
    readonly unitId: string;
    readonly agreed: boolean;
    readonly text: string | null;
    readonly at: string;
  }[];
  /** Null while nobody has read it. */
  readonly review: {
    readonly verdict: 'PASS' | 'REJECT';
    readonly faults: Faults;
    readonly reason: string | null;
    readonly at: string;
  } | null;
};

/** A promise of a letter and what became of it. */
export type Commitment = Promised & {
  readonly replyId: string;
  readonly assignmentId: string;
  readonly madeAt: string;
  readonly checks: readonly {
    readonly fulfilled: Fulfilment;
    readonly note: string | null;
    readonly at: string;
  }[];
};
