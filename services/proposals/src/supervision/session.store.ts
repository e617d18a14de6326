import type { CalendarDate } from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import type { DeclaredCloses } from '../process/sessions.js';

/** A session of a year (届次): opened and, once it is over, closed. */
export type DeclareSession = {
  readonly kind: ProposalKind;
  readonly year: number;
  readonly term: number;
  readonly session: number;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate | null;
};

export interface SessionStore {
  /** Records the session of a year, or its correction. */
  declare(session: DeclareSession, at: string): Promise<void>;
  /** When the sessions that were declared closed. */
  closes(): Promise<DeclaredCloses>;
}
