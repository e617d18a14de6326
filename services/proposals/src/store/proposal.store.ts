import type { CalendarDate, Viewer, WorkingCalendar } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import type { NewCaseEvent, RecordedCaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import type { ProposalKind, Source } from '../case/vocabulary.js';
import type { ConditionLanguage } from '../process/condition.js';
import type { Process } from '../process/process.js';
import type { RecordStore } from '../records/record.store.js';
import type { SessionStore } from '../supervision/session.store.js';

/** A case as it was loaded: what it is now, and so at which version it may be changed. */
export type CaseFile = { readonly proposalId: string; readonly state: CaseState };

/** What was decided on a case: events to be recorded, in order. */
export type CaseChange = { readonly file: CaseFile; readonly events: readonly NewCaseEvent[] };

/** The cases of the transaction's locality. Another locality's case is not found, like one that never was. */
export interface CaseStore {
  /** A case that does not exist yet, at version 0. */
  blank(proposalId: string): CaseFile;
  find(proposalId: string): Promise<CaseFile | null>;
  findByAssignment(assignmentId: string): Promise<CaseFile | null>;
  findByReply(replyId: string): Promise<CaseFile | null>;
  /** Open entries kept under an earlier year, first registered first, and how many there are. */
  openEntriesBefore(
    year: number,
    limit: number,
  ): Promise<{
    readonly entries: readonly { readonly proposalId: string; readonly entryId: string }[];
    readonly total: number;
  }>;
  findByCommitment(commitmentId: string): Promise<CaseFile | null>;
  findByEntry(entryId: string): Promise<CaseFile | null>;
  findByDuty(dutyId: string): Promise<CaseFile | null>;
  /** The case a work record is on; null for a record apart from any case. */
  findByRecord(recordId: string): Promise<CaseFile | null>;
  /** Those of the ids that exist, by id, with one statement. */
  findMany(proposalIds: readonly string[]): Promise<ReadonlyMap<string, CaseFile>>;
  /** Events of several cases, by case, in order. */
  eventsOf(proposalIds: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedCaseEvent[]>>;
  /**
   * Records what was decided: read tables, counters and events, of as many cases as wanted with one
   * statement for each table. Throws StaleVersion when a case was changed since it was loaded. Call
   * it last: the locality's log is locked from here to the commit.
   */
  append(changes: readonly CaseChange[]): Promise<readonly CaseFile[]>;
  /** Counts, for the levels above, what was registered before there were counts. */
  tallyUncounted(): Promise<void>;
}

/** A process as it was stored: the rules, and the locality's categories with their canonical ones. */
export type ProcessVersion = {
  readonly process: Process;
  readonly categories: ReadonlyMap<string, string>;
  /** The categories' local names, by code: what a ledger writes. */
  readonly categoryNames: ReadonlyMap<string, string>;
  /** The national calendar with the locality's own days. */
  readonly calendar: WorkingCalendar;
  /** What understands its conditions. */
  readonly conditions: ConditionLanguage;
};

export interface ProcessStore {
  /** The process in force on a date for a kind of cases; null: what all kinds share. Throws when none was ever loaded. */
  getInForce(on: CalendarDate, kind: ProposalKind | null): Promise<ProcessVersion>;
  /** Every version of the locality, the first one first. */
  all(kind: ProposalKind | null): Promise<readonly ProcessVersion[]>;
  /** A stored version; a case keeps the one it was handed over under. */
  get(version: string, kind: ProposalKind | null): Promise<ProcessVersion>;
}

export type FactRequest = {
  readonly state: CaseState;
  readonly command: Command;
  readonly viewer: Viewer;
  readonly version: ProcessVersion;
  readonly source: Source;
  /** When the command says it happened. */
  readonly at: string;
};

/** Facts from outside the case that a rule may ask for. */
export interface FactStore {
  /** What this command mentions; counters it may draw from are locked until the transaction ends. */
  of(request: FactRequest): Promise<CaseContext>;
  /** No more than the viewer's own mandate. */
  bare(version: ProcessVersion, viewer: Viewer, at: string): Promise<CaseContext>;
  /** Enough to tell which actions are possible on these cases: as many statements for all of them as for one. */
  around(
    states: readonly CaseState[],
    viewer: Viewer,
    at: string,
  ): Promise<(version: ProcessVersion, state: CaseState) => Promise<CaseContext>>;
}

/** What commands need. One set for each transaction. */
export type CommandDeps = {
  readonly cases: CaseStore;
  readonly processes: ProcessStore;
  readonly facts: FactStore;
  readonly records: RecordStore;
  readonly sessions: SessionStore;
  /** ISO instant: the database's clock at the start of the transaction. */
  now(): string;
  newId(): string;
};
