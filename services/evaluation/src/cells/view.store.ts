import type { CalendarDate } from '@duban/kernel';
import type { Member } from './view-plan.js';

/** The ALL cells of one locality, the transaction's: sums of the own cells of it and of everything below. */
export type ViewStore = {
  /** False when somebody else is at it. */
  claim(): Promise<boolean>;
  /** Forgets the view's cells and whose they are. */
  clear(): Promise<void>;
  /** Of the localities that the transaction may read: how they stand to the view on a day. */
  members(day: CalendarDate): Promise<readonly Member[]>;
  advance(members: readonly Member[]): Promise<void>;
  join(members: readonly Member[]): Promise<void>;
  leave(members: readonly Member[]): Promise<void>;
  /** Notes whose cells the view is made of. */
  noteMembers(): Promise<void>;
};

/** Looks over all localities for cells that have to be made or brought up to date. */
export type CellWork = {
  /** Localities whose own cells are not made, or count something else. */
  unmade(): Promise<readonly number[]>;
  /** Views with members that have moved, come or gone. */
  views(
    day: CalendarDate,
  ): Promise<readonly { readonly view: number; readonly members: readonly number[] }[]>;
  /** Texts that differ whenever there may be work that was not there before: cells to be made, and sums to be brought up to date. */
  state(): Promise<{ readonly places: string; readonly sums: string }>;
};
