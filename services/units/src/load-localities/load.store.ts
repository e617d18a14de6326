import type { LocalityFile } from '@duban/kernel';
import type { LocalityEvent } from '../events.js';
import type { Described, UnitChange } from './locality-changes.js';

/** What was last loaded of a locality. */
export type Loaded = { readonly described: Described; readonly hash: string };

/** Of a unit that is there already: its id may be another than its code would give, when a person registered it. */
export type KnownUnit = { readonly code: string; readonly id: string; readonly version: number };

/** One locality being loaded, in one transaction, under a lock of its own. */
export type LoadStore = {
  /** Waits until nobody else loads this locality; then what was loaded last, or null. */
  lockAndFind(): Promise<Loaded | null>;
  knownUnits(): Promise<readonly KnownUnit[]>;
  recordLocality(events: readonly LocalityEvent[]): Promise<void>;
  /** In this order, each to its unit's stream. */
  recordUnits(changes: readonly UnitChange[], known: readonly KnownUnit[]): Promise<void>;
  remember(loaded: Loaded): Promise<void>;
};

/** Opens the transactions that loading needs. */
export type LoadStores = {
  /** Hash of what was last loaded, by number; those never loaded are left out. */
  hashes(numbers: readonly number[]): Promise<ReadonlyMap<number, string>>;
  inLocality<Value>(
    number: number,
    work: (store: LoadStore, today: string) => Promise<Value>,
  ): Promise<Value>;
};

export type LocalityToLoad = { readonly file: LocalityFile; readonly hash: string };
