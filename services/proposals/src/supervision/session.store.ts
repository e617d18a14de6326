import type { DeclaredSession } from '../process/sessions.js';

/** A session of a year (届次): opened and, once it is over, closed. */
export type DeclareSession = DeclaredSession;

export interface SessionStore {
  /** Records the session of a year, or its correction. */
  declare(session: DeclareSession, at: string): Promise<void>;
  /** Every session that was declared, the latest first. */
  all(): Promise<readonly DeclaredSession[]>;
}
