import type { DemonstrationRows } from './demonstration-rows.js';

/** One locality being loaded, in one transaction that nobody else loads it in. */
export interface LoadStore {
  /** Hash of the file loaded last; null when none was. */
  lastHash(): Promise<string | null>;
  /** Adds what is not there yet, with its events. What is there stays as people have changed it. */
  addMissing(rows: DemonstrationRows, passwordHash: string): Promise<void>;
  remember(hash: string): Promise<void>;
}

export interface LoadStores {
  hashes(tenants: readonly number[]): Promise<ReadonlyMap<number, string>>;
  inLocality<Value>(tenant: number, work: (store: LoadStore) => Promise<Value>): Promise<Value>;
}
