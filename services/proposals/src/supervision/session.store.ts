import type { DeclareSession } from './declare-session/declare-session.js';

export interface SessionStore {
  /** Records the session of a year, or its correction. */
  declare(session: DeclareSession, at: string): Promise<void>;
}
