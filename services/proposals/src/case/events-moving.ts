import type { ItemRules } from '../process/items.js';
import type { UnitSight } from '../process/second-round.js';
import type { DueDate } from './deadline.js';

/** A clock that a move computes again: which one, of which assignment. */
export const MOVED_CLOCKS = ['due', 'acknowledgeBy', 'returnBy', 'contactBy', 'planBy'] as const;
export type MovedClockName = (typeof MOVED_CLOCKS)[number];

/** KEPT: it would have ended before the day of the move, and nobody is made late by a change of rules. */
export type MovedClock = {
  readonly assignmentId: string;
  readonly clock: MovedClockName;
  readonly from: DueDate | null;
  readonly to: DueDate | null;
  readonly why: 'COMPUTED' | 'KEPT';
};

/** A result class under another code of the same meaning: of a reply, or of an entry on the register. */
export type MovedClass = {
  readonly on: 'CLAIMED' | 'CONFIRMED' | 'ENTRY';
  readonly id: string;
  readonly from: string;
  readonly to: string;
};

export type MovingEvents = {
  /** The case follows another version of the process from here on. `undone`: it goes back to the one it came from. */
  'process.moved': {
    readonly fromVersion: string;
    readonly toVersion: string;
    readonly undone: boolean;
    readonly clocks: readonly MovedClock[];
    readonly classes: readonly MovedClass[];
    /** What staff of rated units are to see of ratings from now on. */
    readonly unitSees?: UnitSight;
    /** By which rules figures and scores count it from now on. */
    readonly items?: ItemRules;
  };
};

/** A move that a case has made. */
export type CaseMoved = MovingEvents['process.moved'] & { readonly at: string };
