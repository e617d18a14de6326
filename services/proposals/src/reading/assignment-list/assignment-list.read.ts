import type { CalendarDate, Viewer } from '@duban/kernel';
import type { Page, SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { columnsOf, type Stored } from '../../store/case-columns.store.js';
import type { AssignmentRow } from '../../store/case-rows.js';
import { type Listed, readList } from '../../store/list.read.js';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleCase } from '../../store/visible-cases.read.js';

export type AssignmentOrder = 'DUE_EARLIEST' | 'HANDED_OVER_LATEST';

export type AssignmentFilter = {
  readonly unitId: string;
  readonly roles?: readonly string[] | null;
  readonly phases?: readonly string[] | null;
  readonly years?: readonly number[] | null;
  readonly rounds?: readonly number[] | null;
  readonly dueFrom?: CalendarDate | null;
  readonly dueTo?: CalendarDate | null;
};

const SORTS: Readonly<Record<AssignmentOrder, Omit<SortKey, 'name'>>> = {
  DUE_EARLIEST: { sql: `coalesce(c.due_on, 'infinity'::date)`, type: 'date', direction: 'ASC' },
  HANDED_OVER_LATEST: {
    sql: `coalesce(c.handed_over_at, 'infinity'::timestamptz)`,
    type: 'timestamptz',
    direction: 'DESC',
  },
};

const FROM = `proposals.assignment c
  JOIN proposals.proposal p ON p.tenant_id = c.tenant_id AND p.id = c.proposal_id`;

/** One page of a unit's assignments, of cases that the viewer may read. */
export function listAssignments(
  tx: Transaction,
  viewer: Viewer,
  filter: AssignmentFilter,
  order: AssignmentOrder,
  page: Page,
): Promise<Listed<Stored<AssignmentRow>>> {
  const conditions = new Conditions();
  conditions
    .add(`c.tenant_id = ${conditions.param(tx.tenant)}`)
    .add(visibleCase(viewer, conditions))
    .given(filter.unitId, (p) => `c.unit_id = ${p}::uuid`)
    .given(filter.roles, (p) => `c.role = ANY(${p}::text[])`)
    .given(filter.phases, (p) => `c.phase = ANY(${p}::text[])`)
    .given(filter.years, (p) => `p.year = ANY(${p}::int[])`)
    .given(filter.rounds, (p) => `c.round = ANY(${p}::int[])`)
    .given(filter.dueFrom, (p) => `c.due_on >= ${p}::date`)
    .given(filter.dueTo, (p) => `c.due_on <= ${p}::date`);
  return readList<Stored<AssignmentRow>>(tx, page, {
    from: FROM,
    columns: columnsOf('assignment', 'c'),
    id: 'c.id',
    sort: { ...SORTS[order], name: order },
    conditions,
  });
}

export type Workload = {
  readonly unitId: string;
  readonly sole: number;
  readonly lead: number;
  readonly co: number;
  readonly separate: number;
  readonly open: number;
  readonly replied: number;
  readonly overdue: number;
};

/** Assignments of units in a year (案件年度), all rounds, those moved away or ended not counted; of cases the viewer may read. */
export async function countWorkload(
  tx: Transaction,
  viewer: Viewer,
  unitIds: readonly string[],
  year: number,
  today: CalendarDate,
): Promise<Workload[]> {
  const conditions = new Conditions();
  conditions.add(`c.tenant_id = ${conditions.param(tx.tenant)}`).add(visibleCase(viewer, conditions));
  conditions.given(unitIds, (p) => `c.unit_id = ANY(${p}::uuid[])`).given(year, (p) => `p.year = ${p}::int`);
  conditions.add(`c.phase NOT IN ('PENDING', 'REASSIGNED', 'ENDED')`);
  const day = conditions.param(today);
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})::int`;
  const open = `c.replied_at IS NULL AND c.phase NOT IN ('OPINION_GIVEN', 'CLOSED')`;
  return tx.query<Workload>(
    `SELECT c.unit_id AS "unitId", ${count(`c.role = 'SOLE'`)} AS sole, ${count(`c.role = 'LEAD'`)} AS lead,
       ${count(`c.role = 'CO'`)} AS co, ${count(`c.role = 'SEPARATE'`)} AS separate, ${count(open)} AS open,
       ${count('c.replied_at IS NOT NULL')} AS replied, ${count(`${open} AND c.due_on < ${day}::date`)} AS overdue
     FROM ${FROM} WHERE ${conditions.where} GROUP BY c.unit_id`,
    conditions.params,
  );
}
