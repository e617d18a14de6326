import type { ProposalKind } from '../../case/vocabulary.js';
import type { HeadQuota } from '../../reading/head-quota/head-quota.js';
import type { HeadQuotaItems } from '../../reading/head-quota/head-quota.read.js';

/** What a unit's year was closed with: its quota for each kind of cases, and what was only warned of. */
export type UnitYearClosed = {
  readonly unitId: string;
  readonly year: number;
  readonly quotas: readonly (HeadQuota & { readonly kind: ProposalKind })[];
  readonly warnings: readonly string[];
};

export type ClosedYear = {
  readonly unitId: string;
  readonly year: number;
  readonly warnings: readonly string[];
  readonly closedAt: string;
};

export interface UnitYearStore {
  /** Whether the locality has such a handling unit, closed ones included. */
  isUnit(unitId: string): Promise<boolean>;
  /** Those of the units that have closed the year. */
  closed(unitIds: readonly string[], year: number): Promise<readonly ClosedYear[]>;
  items(unitId: string, year: number, kind: ProposalKind): Promise<readonly HeadQuotaItems[]>;
  /** Throws StaleVersion when somebody was faster. */
  close(closed: UnitYearClosed, at: string): Promise<void>;
}
