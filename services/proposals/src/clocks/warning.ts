import type { CalendarDate } from '@duban/kernel';
import type { HeardRating } from '../hear-evaluation/heard-rating.js';
import type { Terms } from '../process/terms.js';
import type { WarningCode, WarningLevel } from '../process/warnings.js';
import type { Subject } from './clock.js';
import type { Words } from './clock-words.js';

/**
 * Something a rule found, before anybody asks what day it is: it holds from a day on, and, where time
 * alone ends it, until before another one.
 */
export type Alarm = {
  readonly subject: Subject;
  /** First day on which it holds. */
  readonly from: CalendarDate;
  /** First day on which it holds no more; null: until something is done. */
  readonly until: CalendarDate | null;
  /** What exactly it is about. */
  readonly reason: Words;
};

/** A warning that holds. */
export type Warning = {
  /** Names this occurrence: rule, subject and the day since when. */
  readonly key: string;
  /** Its rule in process.yaml. */
  readonly rule: string;
  readonly code: WarningCode;
  readonly label: Words;
  readonly level: WarningLevel;
  readonly subject: Subject;
  readonly since: CalendarDate;
  readonly reason: Words;
  readonly recipients: readonly string[];
  /** How many escalations have taken effect. */
  readonly escalations: number;
  /** How many times it was due to be told again. */
  readonly repeats: number;
  readonly autoResolve: boolean;
  /** It rises no more and is told no more once somebody has acknowledged it. */
  readonly restsWhenAcknowledged: boolean;
};

/** Facts from outside the case. What is left out is not known, and warns of nothing. */
export type WarningFacts = {
  /** Last day of mandates that have ended, by mandate. */
  readonly endedMandates?: ReadonlyMap<string, CalendarDate>;
  /** Last day of units that were closed, by unit. */
  readonly closedUnits?: ReadonlyMap<string, CalendarDate>;
  /** Ratings from other sides than the form, by case. */
  readonly heardRatings?: ReadonlyMap<string, readonly HeardRating[]>;
  /** When terms of the assembly end. */
  readonly terms?: Terms;
};
