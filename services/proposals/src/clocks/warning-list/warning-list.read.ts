import type { Viewer } from '@duban/kernel';
import type { Page } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { visibleRecord } from '../../records/visible-records.read.js';
import { type Listed, readList } from '../../store/list.read.js';
import { Conditions } from '../../store/sql-conditions.read.js';
import { visibleCase } from '../../store/visible-cases.read.js';
import type { RecordedWarning } from '../recorded-warning.js';
import { warningSight } from '../seen-warnings.js';
import { toWarning, WARNING_COLUMNS, type WarningRow } from '../warning.store.typeorm.js';

export type WarningFilter = {
  readonly codes?: readonly string[] | null;
  readonly levels?: readonly string[] | null;
  readonly unitIds?: readonly string[] | null;
  /** True: also those that are over. */
  readonly resolved?: boolean | null;
};

/** One page of a locality's warnings, those since longest first: of cases that the viewer may read. */
export async function listWarnings(
  tx: Transaction,
  viewer: Viewer,
  filter: WarningFilter,
  page: Page,
): Promise<Listed<RecordedWarning>> {
  const { unitId, recipients, audit } = warningSight(viewer);
  const conditions = new Conditions();
  conditions
    .add(`w.tenant_id = ${conditions.param(tx.tenant)}`)
    .add(`(w.proposal_id IS NULL OR ${visibleCase(viewer, conditions)})`)
    .add(`(w.subject_kind <> 'RECORD' OR EXISTS (SELECT FROM proposals.work_record r
       WHERE r.tenant_id = w.tenant_id AND r.id::text = w.subject_id AND ${visibleRecord(viewer, conditions)}))`)
    .given(filter.codes, (p) => `w.code = ANY(${p}::text[])`)
    .given(filter.levels, (p) => `w.level = ANY(${p}::text[])`)
    .given(filter.unitIds, (p) => `w.unit_id = ANY(${p}::uuid[])`)
    .given(unitId, (p) => `(w.unit_id IS NULL OR w.unit_id::text = ${p}::text)`)
    .given(
      unitId === null ? null : viewer.role,
      (p) => `(w.proposal_id IS NOT NULL OR ${p} = ANY(w.recipients))`,
    )
    .given(recipients, (p) => `w.recipients && ${p}::text[]`);
  if (!audit) conditions.add(`w.level <> 'AUDIT'`);
  if (!filter.resolved) conditions.add('w.resolved_at IS NULL');
  const listed = await readList<WarningRow>(tx, page, {
    from: `proposals.warning w
      LEFT JOIN proposals.proposal p ON p.tenant_id = w.tenant_id AND p.id = w.proposal_id`,
    columns: WARNING_COLUMNS,
    id: 'w.id',
    sort: { sql: 'w.since', type: 'date', direction: 'ASC', name: 'SINCE_EARLIEST' },
    conditions,
  });
  const items = listed.slice.items.map((item) => ({ ...item, row: toWarning(item.row) }));
  return { ...listed, slice: { ...listed.slice, items } };
}

export type TalliedWarnings = {
  readonly tenant: number;
  readonly code: string;
  readonly level: string;
  readonly open: number;
};

/** Under purpose COUNTS: open warnings of the own locality and of each one below, by code and level. */
export const countWarnings = (tx: Transaction): Promise<TalliedWarnings[]> =>
  tx.query(
    `SELECT tenant_id AS tenant, code, level, open FROM proposals.warning_tally
     WHERE open > 0 ORDER BY tenant_id, code, level`,
  );

/** Under purpose COUNTS: whether a locality stands below the viewer's own. */
export async function standsBelow(tx: Transaction, number: number): Promise<boolean> {
  const rows = await tx.query(
    'SELECT FROM proposals.process_ancestor WHERE tenant_id = $1 AND ancestor_id = $2',
    [number, tx.tenant],
  );
  return rows.length > 0;
}
