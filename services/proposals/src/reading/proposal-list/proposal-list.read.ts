import type { CalendarDate, Viewer } from '@duban/kernel';
import { endOfDay, startOfDay } from '@duban/kernel';
import type { Page, SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { PROPOSAL_COLUMNS, type ProposalRead } from '../../store/case.read.js';
import { type Listed, readList } from '../../store/list.read.js';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleCase } from '../../store/visible-cases.read.js';

export type ProposalOrder =
  | 'CHANGED_LATEST'
  | 'SUBMITTED_LATEST'
  | 'SUBMITTED_EARLIEST'
  | 'HANDED_OVER_LATEST'
  | 'DUE_EARLIEST'
  | 'CASE_NUMBER'
  | 'TITLE';

/** Which cases to list: conditions add up, the values of one list are alternatives. Ids are bare. */
export type ProposalFilter = {
  readonly kinds?: readonly string[] | null;
  readonly periods?: readonly string[] | null;
  readonly years?: readonly number[] | null;
  readonly phases?: readonly string[] | null;
  readonly unitIds?: readonly string[] | null;
  readonly leadMandateId?: string | null;
  /** Led or co-signed by this mandate. */
  readonly mandateId?: string | null;
  readonly categories?: readonly string[] | null;
  readonly classes?: readonly string[] | null;
  readonly keyTiers?: readonly string[] | null;
  readonly hard?: boolean | null;
  readonly titleContains?: string | null;
  readonly submittedFrom?: CalendarDate | null;
  readonly submittedTo?: CalendarDate | null;
  readonly handedOverFrom?: CalendarDate | null;
  readonly handedOverTo?: CalendarDate | null;
  readonly dueFrom?: CalendarDate | null;
  readonly dueTo?: CalendarDate | null;
  /** Handed over, not replied in full, due before this day. */
  readonly overdueOn?: CalendarDate | null;
};

const SORTS: Readonly<Record<ProposalOrder, Omit<SortKey, 'name'>>> = {
  CHANGED_LATEST: { sql: 'p.changed_at', type: 'timestamptz', direction: 'DESC' },
  SUBMITTED_LATEST: {
    sql: `coalesce(p.submitted_at, 'infinity'::timestamptz)`,
    type: 'timestamptz',
    direction: 'DESC',
  },
  SUBMITTED_EARLIEST: {
    sql: `coalesce(p.submitted_at, 'infinity'::timestamptz)`,
    type: 'timestamptz',
    direction: 'ASC',
  },
  HANDED_OVER_LATEST: {
    sql: `coalesce(p.handed_over_at, 'infinity'::timestamptz)`,
    type: 'timestamptz',
    direction: 'DESC',
  },
  DUE_EARLIEST: { sql: `coalesce(p.due_on, 'infinity'::date)`, type: 'date', direction: 'ASC' },
  CASE_NUMBER: { sql: `coalesce(p.case_number, '')`, type: 'text', direction: 'ASC' },
  TITLE: { sql: 'p.title COLLATE "zh-x-icu"', type: 'text', direction: 'ASC' },
};

/** One page of the locality's cases that the viewer may read. */
export function listProposals(
  tx: Transaction,
  viewer: Viewer,
  filter: ProposalFilter,
  order: ProposalOrder,
  page: Page,
): Promise<Listed<ProposalRead>> {
  const conditions = new Conditions();
  conditions.add(`p.tenant_id = ${conditions.param(tx.tenant)}`).add(visibleCase(viewer, conditions));
  addSelection(conditions, filter);
  addDates(conditions, filter);
  return readList<ProposalRead>(tx, page, {
    from: 'proposals.proposal p',
    columns: PROPOSAL_COLUMNS,
    id: 'p.id',
    sort: { ...SORTS[order], name: order },
    conditions,
  });
}

function addSelection(conditions: Conditions, filter: ProposalFilter): void {
  conditions
    .given(filter.kinds, (p) => `p.kind = ANY(${p}::text[])`)
    .given(filter.periods, (p) => `p.period = ANY(${p}::text[])`)
    .given(filter.years, (p) => `p.year = ANY(${p}::int[])`)
    .given(filter.phases, (p) => `p.phase = ANY(${p}::text[])`)
    .given(filter.categories, (p) => `p.category = ANY(${p}::text[])`)
    .given(filter.classes, (p) => `p.current_class = ANY(${p}::text[])`)
    .given(filter.keyTiers, (p) => `p.key_tier = ANY(${p}::text[])`)
    .given(filter.hard, (p) => `p.hard = ${p}`)
    .given(filter.titleContains, (p) => `position(lower(${p}::text) IN lower(p.title)) > 0`)
    .given(filter.leadMandateId, (p) => `p.lead_mandate_id = ${p}::uuid`)
    .given(filter.mandateId, (p) => `(p.lead_mandate_id = ${p}::uuid OR ${cosigned(p)})`)
    .given(filter.unitIds, (p) => handledBy(p));
}

const cosigned = (mandate: string): string =>
  `EXISTS (SELECT FROM proposals.cosignature s WHERE s.tenant_id = p.tenant_id AND s.proposal_id = p.id
     AND s.mandate_id = ${mandate}::uuid AND s.status = 'CONFIRMED')`;

const handledBy = (units: string): string =>
  `EXISTS (SELECT FROM proposals.assignment a WHERE a.tenant_id = p.tenant_id AND a.proposal_id = p.id
     AND a.unit_id = ANY(${units}::uuid[]) AND a.phase NOT IN ('REASSIGNED', 'ENDED'))`;

function addDates(conditions: Conditions, filter: ProposalFilter): void {
  const from = (date: CalendarDate | null | undefined): string | null => (date ? startOfDay(date) : null);
  const to = (date: CalendarDate | null | undefined): string | null => (date ? endOfDay(date) : null);
  conditions
    .given(from(filter.submittedFrom), (p) => `p.submitted_at >= ${p}::timestamptz`)
    .given(to(filter.submittedTo), (p) => `p.submitted_at <= ${p}::timestamptz`)
    .given(from(filter.handedOverFrom), (p) => `p.handed_over_at >= ${p}::timestamptz`)
    .given(to(filter.handedOverTo), (p) => `p.handed_over_at <= ${p}::timestamptz`)
    .given(filter.dueFrom, (p) => `p.due_on >= ${p}::date`)
    .given(filter.dueTo, (p) => `p.due_on <= ${p}::date`)
    .given(
      filter.overdueOn,
      (p) => `p.phase = 'HANDED_OVER' AND p.replied_at IS NULL AND p.due_on < ${p}::date`,
    );
}
