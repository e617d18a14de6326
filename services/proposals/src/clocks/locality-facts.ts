import type { CalendarDate } from '@duban/kernel';
import type { DueDate } from '../case/deadline.js';
import type { ProposalKind } from '../case/vocabulary.js';
import type { HeardFigures } from '../hear-evaluation/heard-figures.js';
import type { HeardRun } from '../hear-evaluation/heard-scores.js';
import type { Label } from '../process/label.js';
import type { RecordAbout, RecordRules } from '../process/records.js';
import type { WarningRules } from '../process/warnings.js';
import type { HeadQuota } from '../reading/head-quota/head-quota.js';
import type { Quota } from '../supervision/quota.js';
import type { ScheduledEvent } from '../supervision/schedule.js';

/** A work record apart from any case that nobody has answered. */
export type OpenRecord = {
  readonly recordId: string;
  readonly kind: string;
  readonly about: RecordAbout;
  readonly label: Label;
  readonly unitId: string | null;
  readonly on: CalendarDate;
  readonly complete: boolean;
  /** Fields with a choice, by code. */
  readonly choices: Readonly<Record<string, string>>;
  readonly due: DueDate | null;
};

/** How many of the year's replies a unit's head has brought, and how that was counted. */
export type UnitQuota = {
  readonly unitId: string;
  readonly name: string;
  readonly year: number;
  readonly quota: Pick<HeadQuota, 'state'>;
  readonly explanation: Label;
};

/**
 * What stands in a locality as a whole: what all kinds of cases share, and for a kind with rules of
 * its own what differs.
 */
export type LocalityScope = {
  readonly kind: ProposalKind | null;
  readonly warnings: WarningRules;
  readonly rules: RecordRules;
  readonly heads: readonly UnitQuota[];
  readonly leaders: readonly (Quota & { readonly year: number })[];
  readonly scheduled: readonly (ScheduledEvent & { readonly year: number })[];
  /** Those whose kind this scope has. */
  readonly records: readonly OpenRecord[];
  /** Kinds of records that were made in a year, by whom: `kind year unit`, without a unit for the locality. */
  readonly made: ReadonlySet<string>;
  /** Published scores in which a veto stands; of the scope that all kinds share. */
  readonly scored: readonly HeardRun[];
  /** Years of this kind whose confirmed figures have changed. */
  readonly differing: readonly HeardFigures[];
  /** Units that lead, handle alone or separately a case of a year. */
  readonly handling: readonly { readonly unitId: string; readonly year: number }[];
};

export const madeKey = (kind: string, year: number, unitId: string | null): string =>
  `${kind} ${year} ${unitId ?? ''}`;
