import type { CellProblem, RawRow } from '@duban/kernel';

export type ImportLedger = {
  /** The session year (届次年度) that the ledger is of. */
  readonly year: number;
  readonly dryRun: boolean;
  /** Tells one ledger from another under the same idempotency key; null where no key is used. */
  readonly content: string | null;
  /** The file from its beginning; asked again when the transaction has to be repeated. */
  readonly rows: () => AsyncIterable<RawRow> | Iterable<RawRow>;
  /** The file's own headings, once known; null when rows carry theirs. */
  readonly headings: () => readonly string[] | null;
  /** Told of each bad cell. */
  readonly report: (problem: CellProblem) => unknown;
  readonly progress: (done: { readonly read: number; readonly recorded: number }) => unknown;
};

export type ImportedLedger = {
  readonly rows: number;
  readonly cases: number;
  /** Cases that were recorded before with the same content. */
  readonly unchanged: number;
  readonly events: number;
};
