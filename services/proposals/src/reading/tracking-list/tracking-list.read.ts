import type { CalendarDate, Viewer } from '@duban/kernel';
import type { Page, SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { columnsOf, type Stored } from '../../store/case-columns.store.js';
import type { TrackingEntryRow } from '../../store/case-rows.js';
import { type Listed, readList } from '../../store/list.read.js';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleCase } from '../../store/visible-cases.read.js';

export type TrackingOrder = 'DUE_EARLIEST' | 'REGISTERED_LATEST';

export type TrackingFilter = {
  readonly years?: readonly number[] | null;
  readonly originYears?: readonly number[] | null;
  /** Terms of the cases. */
  readonly terms?: readonly number[] | null;
  readonly phases?: readonly string[] | null;
  readonly classes?: readonly string[] | null;
  readonly unitIds?: readonly string[] | null;
  /** True: not ended; false: ended. */
  readonly open?: boolean | null;
  readonly dueTo?: CalendarDate | null;
};

const SORTS: Readonly<Record<TrackingOrder, Omit<SortKey, 'name'>>> = {
  DUE_EARLIEST: { sql: `coalesce(c.due_on, 'infinity'::date)`, type: 'date', direction: 'ASC' },
  REGISTERED_LATEST: { sql: 'c.registered_at', type: 'timestamptz', direction: 'DESC' },
};

/** One page of the tracking register (跟踪台账), of cases that the viewer may read. */
export function listTrackingEntries(
  tx: Transaction,
  viewer: Viewer,
  filter: TrackingFilter,
  order: TrackingOrder,
  page: Page,
): Promise<Listed<Stored<TrackingEntryRow>>> {
  const conditions = new Conditions();
  conditions
    .add(`c.tenant_id = ${conditions.param(tx.tenant)}`)
    .add(visibleCase(viewer, conditions))
    .given(filter.years, (p) => `c.year = ANY(${p}::int[])`)
    .given(filter.originYears, (p) => `c.origin_year = ANY(${p}::int[])`)
    .given(filter.terms, (p) => `p.term = ANY(${p}::int[])`)
    .given(filter.phases, (p) => `c.phase = ANY(${p}::text[])`)
    .given(filter.classes, (p) => `c.class = ANY(${p}::text[])`)
    .given(filter.unitIds, (p) => `c.unit_id = ANY(${p}::uuid[])`)
    .given(filter.open, (p) => `(c.ended_at IS NULL) = ${p}::boolean`)
    .given(filter.dueTo, (p) => `c.due_on <= ${p}::date`);
  return readList<Stored<TrackingEntryRow>>(tx, page, {
    from: `proposals.tracking_entry c
      JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id`,
    columns: columnsOf('tracking_entry', 'c'),
    id: 'c.id',
    sort: { ...SORTS[order], name: order },
    conditions,
  });
}
