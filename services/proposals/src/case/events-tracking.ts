import type { DueDate } from './deadline.js';
import type { HandedOverAssignment } from './events-handling.js';
import type { Evidence } from './evidence.js';
import type { CanonicalOutcome } from './vocabulary.js';

export type { Evidence } from './evidence.js';

/** Events of the register of what is not yet solved (挂号销号). */
export type TrackingEvents = {
  'entry.registered': {
    readonly entryId: string;
    readonly assignmentId: string;
    readonly replyId: string;
    readonly unitId: string;
    readonly registerNumber: string;
    /** The calendar year it is kept under at first. */
    readonly year: number;
    readonly class: string;
    readonly outcomes: readonly CanonicalOutcome[];
    readonly due: DueDate | null;
  };
  'entry.progressed': {
    readonly entryId: string;
    readonly text: string;
    /** The step of the plan that was reached. */
    readonly milestone?: number | null;
  };
  'entry.claimed_done': {
    readonly entryId: string;
    readonly text: string;
    readonly evidence: readonly Evidence[];
  };
  'entry.confirmed': { readonly entryId: string; readonly note: string | null };
  /** What was claimed is not so; the entry stays open. */
  'entry.claim_refused': { readonly entryId: string; readonly reason: string };
  'entry.struck_off': {
    readonly entryId: string;
    readonly assignmentId: string;
    readonly replyId: string;
    readonly unitId: string;
    readonly year: number;
    readonly previousClass: string;
    /** The locality's class that means exactly SOLVED; null when it has none. */
    readonly class: string | null;
    readonly outcomes: readonly CanonicalOutcome[];
  };
  'entry.rolled_over': {
    readonly entryId: string;
    readonly fromYear: number;
    readonly toYear: number;
    readonly yearsCarried: number;
  };
  'entry.rehanded': {
    readonly entryId: string;
    readonly year: number;
    readonly assignment: HandedOverAssignment;
  };
  'entry.downgraded': {
    readonly entryId: string;
    readonly assignmentId: string;
    readonly replyId: string;
    readonly previousClass: string;
    readonly class: string;
    readonly outcomes: readonly CanonicalOutcome[];
    readonly reason: string;
  };
};
