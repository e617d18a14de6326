import type { CalendarDate } from '@duban/kernel';
import type { Fulfilment } from './events-answering.js';

type OnAssignment = { readonly assignmentId: string };

export type AnsweringPayloads = {
  'reply.draft': OnAssignment & { readonly body: string; readonly claimedClass: string };
  /** On the co-unit's own assignment. */
  'reply.countersign': OnAssignment & { readonly agreed: boolean; readonly text?: string | null };
  'reply.review': OnAssignment & {
    readonly verdict: 'PASS' | 'REJECT';
    /** Codes of the process. */
    readonly faults?: readonly string[];
    readonly reason?: string | null;
  };
  'round.require': OnAssignment & {
    /** Code of the process. */
    readonly trigger: string;
    readonly note: string;
  };
  'commitment.check': {
    readonly commitmentId: string;
    readonly fulfilled: Fulfilment;
    readonly note?: string | null;
  };
};

/** A promise as a letter makes it. */
export type CommitmentGiven = { readonly text: string; readonly dueOn: CalendarDate };
