import type { CalendarDate, Viewer } from '@duban/kernel';
import type { Page } from '@duban/kernel/graphql';
import type { ProposalKind } from './case/vocabulary.js';
import type { OpenRecord } from './clocks/locality-facts.js';
import type { RecordedWarning } from './clocks/recorded-warning.js';
import type { WarningStore } from './clocks/warning.store.js';
import type { TalliedWarnings, WarningFilter } from './clocks/warning-list/warning-list.read.js';
import type { DefinitionDeps } from './definitions/definition-deps.js';
import type { GrantDeps } from './grants/open-granted-case/open-granted-case.js';
import type { UnitYearStore } from './handling/close-unit-year/unit-year.store.js';
import type { HeardFigures } from './hear-evaluation/heard-figures.js';
import type { HeardRun } from './hear-evaluation/heard-scores.js';
import type { LedgerDeps } from './import-ledger/ledger.store.js';
import type { MovingDeps } from './moving/moving.store.js';
import type {
  AssignmentFilter,
  AssignmentOrder,
  Workload,
} from './reading/assignment-list/assignment-list.read.js';
import type { HeadQuotaItems } from './reading/head-quota/head-quota.read.js';
import type { ProposalFilter, ProposalOrder } from './reading/proposal-list/proposal-list.read.js';
import type { CountedRegister } from './reading/term-clearance/term-clearance.read.js';
import type { TrackingFilter, TrackingOrder } from './reading/tracking-list/tracking-list.read.js';
import type { RecordMade } from './records/open-records.read.js';
import type { RecordFilter, RecordRead } from './records/record-list/record-list.read.js';
import type { SharingDeps } from './sharing/open-shared-case/open-shared-case.js';
import type { CaseReads, ProposalRead } from './store/case.read.js';
import type { Stored } from './store/case-columns.store.js';
import type { AssignmentRow, TrackingEntryRow } from './store/case-rows.js';
import type { HandoverBatches } from './store/handover-batch.store.js';
import type { Listed } from './store/list.read.js';
import type { CommandDeps } from './store/proposal.store.js';
import type { HeldDuty } from './supervision/duty.js';
import type { HeldRecord } from './supervision/schedule.js';
import type { SessionRow } from './supervision/session.read.js';
import type { TalliedRegister } from './tracking/register-tally.store.js';
import type { TrialDeps } from './trial/try-process/try-process.js';

/** Pages of the lists, of what the viewer may read. */
export type CaseLists = {
  proposals(
    viewer: Viewer,
    filter: ProposalFilter,
    order: ProposalOrder,
    page: Page,
  ): Promise<Listed<ProposalRead>>;
  assignments(
    viewer: Viewer,
    filter: AssignmentFilter,
    order: AssignmentOrder,
    page: Page,
  ): Promise<Listed<Stored<AssignmentRow>>>;
  trackingEntries(
    viewer: Viewer,
    filter: TrackingFilter,
    order: TrackingOrder,
    page: Page,
  ): Promise<Listed<Stored<TrackingEntryRow>>>;
  /** The duties of all holders on cases of a year. */
  duties(year: number): Promise<HeldDuty[]>;
  organNames(): Promise<ReadonlyMap<string, string>>;
  /** Complete records of some kinds in a calendar year. */
  heldRecords(kinds: readonly string[], year: number): Promise<HeldRecord[]>;
  keyCases(year: number, kind: ProposalKind | null): Promise<string[]>;
  sessionClose(year: number, kind: ProposalKind | null): Promise<CalendarDate | null>;
  sessions(year: number | null): Promise<SessionRow[]>;
  records(viewer: Viewer, filter: RecordFilter, page: Page): Promise<Listed<RecordRead>>;
  recordsBy(
    viewer: Viewer,
    key: 'id' | 'proposal_id' | 'assignment_id',
    ids: readonly string[],
  ): Promise<RecordRead[]>;
  termClearance(viewer: Viewer, term: number): Promise<readonly CountedRegister[]>;
  talliedRegisters(term: number): Promise<readonly TalliedRegister[]>;
  warnings(viewer: Viewer, filter: WarningFilter, page: Page): Promise<Listed<RecordedWarning>>;
  /** Under purpose COUNTS. */
  warningCounts(): Promise<TalliedWarnings[]>;
  /** Under purpose COUNTS. */
  standsBelow(number: number): Promise<boolean>;
  headQuotaItems(
    unitIds: readonly string[],
    year: number,
    kinds: readonly ProposalKind[],
  ): Promise<HeadQuotaItems[]>;
  /** The same of every unit whose year is not closed. */
  headQuotaItemsOfAll(year: number, kinds: readonly ProposalKind[]): Promise<HeadQuotaItems[]>;
  unitNames(unitIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Records apart from any case that nobody has answered: those that are due, and those of some kinds. */
  openRecords(kinds: readonly string[], since: CalendarDate): Promise<OpenRecord[]>;
  /** Which kinds of records apart from any case were made in a year, and by which unit. */
  recordsMade(kinds: readonly string[], year: number): Promise<RecordMade[]>;
  /** Published scores in force in which a veto stands. */
  runsWithVetoes(): Promise<HeardRun[]>;
  /** Years of which a confirmed figure is another one now. */
  differingFigures(): Promise<HeardFigures[]>;
  workload(
    viewer: Viewer,
    unitIds: readonly string[],
    year: number,
    today: CalendarDate,
  ): Promise<Workload[]>;
};

/** What use cases and readers of this service get, inside one transaction. */
export type ProposalDeps = CommandDeps &
  GrantDeps &
  SharingDeps &
  LedgerDeps &
  DefinitionDeps &
  Pick<TrialDeps, 'trials' | 'calendarOf'> &
  MovingDeps & { readonly warnings: WarningStore } & {
    readonly reads: CaseReads;
    readonly unitYears: UnitYearStore;
    readonly lists: CaseLists;
    readonly batches: HandoverBatches;
  };
