import type { DefinitionStore } from '../definitions/definition-deps.js';
import type { CommandDeps } from '../store/proposal.store.js';

/** Which cases a move is about, in the order of their ids. */
export interface MovingStore {
  /** Cases in the hands of units, or on the register, that follow another version. */
  elsewhere(version: string, after: string | null, limit: number): Promise<readonly string[]>;
  /** Cases that follow this version. */
  following(version: string, after: string | null, limit: number): Promise<readonly string[]>;
  /** How many follow each version. */
  count(): Promise<readonly { readonly version: string; readonly cases: number }[]>;
}

export type MovingDeps = CommandDeps & {
  readonly definitions: DefinitionStore;
  readonly moving: MovingStore;
};

/** Batches are small: each is one transaction that holds the locality's log at its end. */
export const MOST_AT_ONCE = 100;
