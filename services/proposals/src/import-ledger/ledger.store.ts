import type { RecordedCaseEvent } from '../case/events.js';
import type { CommandDeps } from '../store/proposal.store.js';
import type { LedgerRow } from './ledger-columns.js';

/** A handling unit or mandate as the directory knows it, with the days it was active on. */
export type DirectoryUnit = DirectorySpan & { readonly shortName: string | null };
export type DirectoryMandate = DirectorySpan & { readonly kind: 'DEPUTY' | 'CPPCC_MEMBER' };
type DirectorySpan = {
  readonly id: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
};

/** What an import needs of the database besides cases and processes. */
export interface LedgerStore {
  units(): Promise<readonly DirectoryUnit[]>;
  mandates(): Promise<readonly DirectoryMandate[]>;
  /** Case numbers of a year with the case that has each, by `<kind>/<number>`. */
  numbersOf(year: number): Promise<ReadonlyMap<string, string>>;
  /** The next number of the tracking register of a year; the register stays locked until the end. */
  nextEntrySerial(year: number): Promise<number>;
  /** Keeps rows for the length of the transaction, so that memory does not grow with the file. */
  stage(rows: readonly { readonly row: LedgerRow; readonly groupKey: string }[]): Promise<void>;
  /** The staged rows, all of a group together, some hundred groups at a time. */
  groups(): AsyncGenerator<readonly (readonly LedgerRow[])[]>;
  /** Which of these cases exist, with their events. */
  recorded(proposalIds: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedCaseEvent[]>>;
  clear(): Promise<void>;
}

export type LedgerDeps = CommandDeps & {
  readonly ledger: LedgerStore;
  /** An id that follows from a name. */
  seededId(name: string): string;
};
