import type { CalendarDate } from '@duban/kernel';
import type { HeardRating } from '../hear-evaluation/heard-rating.js';
import type { RecordedWarning, WarningChange } from './recorded-warning.js';
import type { TimedCheck } from './timed-check.js';
import type { WarningFacts } from './warning.js';

/** What came of looking at one thing. */
export type CheckResult = {
  readonly check: TimedCheck;
  readonly changes: readonly WarningChange[];
  /** When to look again; null: when something changes. */
  readonly nextAt: string | null;
};

/** Warnings and times of one transaction's locality. */
export interface WarningStore {
  /** Things whose time has come, locked; those that somebody else is working on are left to them. */
  claim(now: string, most: number): Promise<readonly TimedCheck[]>;
  /** The same thing, when it is to be changed now; null when it was never looked at. */
  lock(kind: TimedCheck['kind'], id: string): Promise<TimedCheck | null>;
  /** Warnings that are not resolved, or over because they were noted, by what was checked. */
  open(checks: readonly TimedCheck[]): Promise<ReadonlyMap<string, readonly RecordedWarning[]>>;
  /** Every warning of some cases, resolved ones too, the latest first. */
  ofCases(proposalIds: readonly string[]): Promise<readonly RecordedWarning[]>;
  find(
    id: string,
  ): Promise<{ readonly warning: RecordedWarning; readonly check: Omit<TimedCheck, 'streamVersion'> } | null>;
  /** Mandates that have ended and units that were closed, of those named. */
  endsOf(mandates: readonly string[], units: readonly string[]): Promise<WarningFacts>;
  /** Ratings from other sides than the form that count, by case. */
  heardAbout(proposalIds: readonly string[]): Promise<ReadonlyMap<string, readonly HeardRating[]>>;
  /** Records what came of it. Call it last: the locality's log is locked from here to the commit. */
  record(results: readonly CheckResult[], at: string): Promise<void>;
}

export type EndedOn = ReadonlyMap<string, CalendarDate>;
