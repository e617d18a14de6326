import type { CalendarDate, Viewer } from '@duban/kernel';
import type { Page } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { columnsOf, type Stored } from '../../store/case-columns.store.js';
import type { WorkRecordRow } from '../../store/case-rows.js';
import { type Listed, readList } from '../../store/list.read.js';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleRecord } from '../visible-records.read.js';

export type RecordFilter = {
  readonly kinds?: readonly string[] | null;
  readonly canonical?: readonly string[] | null;
  readonly about?: readonly string[] | null;
  readonly unitIds?: readonly string[] | null;
  readonly mandateIds?: readonly string[] | null;
  /** Held on or after, on or before (Asia/Shanghai). */
  readonly from?: CalendarDate | null;
  readonly to?: CalendarDate | null;
  readonly complete?: boolean | null;
  /** True: somebody still has to answer. */
  readonly unanswered?: boolean | null;
  readonly answerDueTo?: CalendarDate | null;
};

export type RecordRead = Stored<WorkRecordRow>;

const DAY = `(r.held_at AT TIME ZONE 'Asia/Shanghai')::date`;

/** One page of work records that the viewer may see, the latest first. */
export function listRecords(
  tx: Transaction,
  viewer: Viewer,
  filter: RecordFilter,
  page: Page,
): Promise<Listed<RecordRead>> {
  const conditions = new Conditions();
  conditions
    .add(`r.tenant_id = ${conditions.param(tx.tenant)}`)
    .add(visibleRecord(viewer, conditions))
    .given(filter.kinds, (p) => `r.kind = ANY(${p}::text[])`)
    .given(filter.canonical, (p) => `r.canonical = ANY(${p}::text[])`)
    .given(filter.about, (p) => `r.about = ANY(${p}::text[])`)
    .given(filter.unitIds, (p) => `r.unit_id = ANY(${p}::uuid[])`)
    .given(filter.mandateIds, (p) => `r.mandate_id = ANY(${p}::uuid[])`)
    .given(filter.from, (p) => `${DAY} >= ${p}::date`)
    .given(filter.to, (p) => `${DAY} <= ${p}::date`)
    .given(filter.complete, (p) => `(r.completed_at IS NOT NULL) = ${p}::boolean`)
    .given(filter.unanswered, (p) => `(r.answer_required AND r.answered_at IS NULL) = ${p}::boolean`)
    .given(filter.answerDueTo, (p) => `r.answer_due_on <= ${p}::date`);
  return readList<RecordRead>(tx, page, {
    from: 'proposals.work_record r',
    columns: columnsOf('work_record', 'r'),
    id: 'r.id',
    sort: { sql: 'r.held_at', type: 'timestamptz', direction: 'DESC', name: 'HELD_LATEST' },
    conditions,
  });
}

/** Records of several cases, assignments or by their own ids: one statement for all. */
export function recordsBy(
  tx: Transaction,
  viewer: Viewer,
  key: 'id' | 'proposal_id' | 'assignment_id',
  ids: readonly string[],
): Promise<RecordRead[]> {
  const conditions = new Conditions();
  conditions
    .add(`r.tenant_id = ${conditions.param(tx.tenant)}`)
    .add(`r.${key} = ANY(${conditions.param(ids)}::uuid[])`)
    .add(visibleRecord(viewer, conditions));
  return tx.query<RecordRead>(
    `SELECT ${columnsOf('work_record', 'r')} FROM proposals.work_record r
     WHERE ${conditions.where} ORDER BY r.held_at, r.id`,
    conditions.params,
  );
}
