import type { RecordPerson } from './work-record.js';

/** What somebody filled in for a field: the one property that fits its type. */
export type GivenValue = {
  readonly field: string;
  readonly text?: string;
  readonly date?: string;
  readonly number?: number;
  readonly choice?: string;
  readonly yesNo?: boolean;
  readonly unitIds?: readonly string[];
  readonly persons?: readonly RecordPerson[];
  readonly proposalIds?: readonly string[];
  readonly evidence?: readonly { readonly title: string; readonly reference: string | null }[];
  readonly ballots?: readonly { readonly choice: string; readonly count: number }[];
};
