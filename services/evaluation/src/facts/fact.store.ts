import type { AnyTrace } from '../gaming/trace.js';
import type { CaseEvent } from './case-event.js';
import type {
  KnownAssignmentVersion,
  KnownVersion,
  SupersededAssignmentVersion,
  SupersededVersion,
} from './known-versions.js';
import type { Changes } from './version-changes.js';

export type StoredVersion = KnownVersion & { readonly caseId: string };
export type StoredSuperseded = SupersededVersion & { readonly caseId: string };
export type StoredAssignmentVersion = KnownAssignmentVersion & { readonly caseId: string };
export type StoredSupersededAssignment = SupersededAssignmentVersion & { readonly caseId: string };

/** A case's whole history as its log tells it, with the ratings entered here, and the position of its log's last event in it. */
export type CaseHistory = {
  readonly caseId: string;
  readonly events: readonly CaseEvent[];
  readonly position: number;
};

/** Facts of one locality, the transaction's, and the log they are folded from. */
export type FactStore = {
  /** Position of the last event in each case's facts; cases never folded are left out. */
  foldedTo(caseIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Nobody else folds cases of this locality until the transaction ends. */
  hold(): Promise<void>;
  /** All events of each case that the logs hold by now. */
  histories(caseIds: readonly string[]): Promise<readonly CaseHistory[]>;
  versions(caseIds: readonly string[]): Promise<readonly StoredVersion[]>;
  assignmentVersions(caseIds: readonly string[]): Promise<readonly StoredAssignmentVersion[]>;
  change(cases: Changes<StoredVersion>, assignments: Changes<StoredAssignmentVersion>): Promise<void>;
  /** What was known of these cases for a time, and is not so any more; replaces what was said of them before. */
  replaceSuperseded(
    caseIds: readonly string[],
    superseded: readonly StoredSuperseded[],
    assignments: readonly StoredSupersededAssignment[],
  ): Promise<void>;
  /** What signs of gaming are looked for in; each is added once. */
  addTraces(traces: readonly AnyTrace[]): Promise<void>;
  noteFolded(cases: readonly Pick<CaseHistory, 'caseId' | 'position'>[]): Promise<void>;
};
