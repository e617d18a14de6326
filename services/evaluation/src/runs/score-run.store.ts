import type { Page, Slice } from '@duban/kernel/graphql';
import type { Key } from '../evidence/evidence.store.js';
import type { RunResult } from './run-record.js';
import type { KeptRun, ScoresPublished, ScoresWithdrawn } from './score-run.js';

export type RunFilter = { readonly sheet: string | null; readonly year: number | null };

/** A subject's result with its place in the ranking, from 0. */
export type PlacedResult = RunResult & { readonly place: number };

/** Published scores of the transaction's locality. */
export type RunStore = {
  /** Null too for another locality's. */
  find(run: Key): Promise<KeptRun | null>;
  /** Every publication of a sheet and year, the latest first. */
  of(sheet: string, year: number): Promise<readonly KeptRun[]>;
  /** The latest first. */
  page(filter: RunFilter, page: Page): Promise<Slice<KeptRun>>;
  count(filter: RunFilter): Promise<number>;
  /** What it read, as `writeRecord` wrote it. */
  record(runId: string): Promise<string>;
  results(runId: string): Promise<readonly RunResult[]>;
  /** In the order of the ranking. */
  resultPage(runId: string, page: Page): Promise<Slice<RunResult>>;
  publish(event: ScoresPublished, record: string, results: readonly PlacedResult[]): Promise<void>;
  withdraw(event: ScoresWithdrawn): Promise<void>;
};
