import type { CalendarDate, NewEvent } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';
import { heardAbout } from '../hear-evaluation/heard-rating.store.js';
import type { SubjectKind } from './clock.js';
import type { RecordedWarning, WarningChange } from './recorded-warning.js';
import { AT_ONCE, localityCheckId, type TimedCheck } from './timed-check.js';
import type { CheckResult, EndedOn, WarningStore } from './warning.store.js';

export type WarningRow = Omit<
  RecordedWarning,
  'subject' | 'raisedAt' | 'toldAt' | 'acknowledgedAt' | 'resolvedAt'
> & {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly assignmentId: string | null;
  readonly unitId: string | null;
  readonly checkKind: TimedCheck['kind'];
  readonly checkId: string;
  readonly raisedAt: Date;
  readonly toldAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
};

/** The columns of `proposals.warning`, alias `w`, under the names of a row. */
export const WARNING_COLUMNS = `w.id, w.proposal_id AS "proposalId", w.occurrence, w.rule, w.code, w.level, w.label,
  w.reason, w.subject_kind AS "subjectKind", w.subject_id AS "subjectId", w.assignment_id AS "assignmentId",
  w.unit_id AS "unitId", w.since, w.recipients, w.escalations, w.repeats, w.auto_resolve AS "autoResolve",
  w.raised_at AS "raisedAt", w.told_at AS "toldAt", w.acknowledged_at AS "acknowledgedAt",
  w.acknowledged_by AS "acknowledgedBy", w.acknowledgement, w.resolved_at AS "resolvedAt",
  w.check_kind AS "checkKind", w.check_id AS "checkId"`;

/** Open, or over because somebody has noted it: the second is known, so that it is not raised again. */
const UNSETTLED = '(w.resolved_at IS NULL OR (NOT w.auto_resolve AND w.acknowledged_at IS NOT NULL))';

export function toWarning(row: WarningRow): RecordedWarning {
  const { subjectKind, subjectId, assignmentId, unitId, checkKind: _, checkId: __, ...rest } = row;
  return {
    ...rest,
    subject: { kind: subjectKind, id: subjectId, assignmentId, unitId },
    raisedAt: row.raisedAt.toISOString(),
    toldAt: row.toldAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

export function warningStore(tx: Transaction): WarningStore {
  const check = `subject_kind AS kind, subject_id AS id, stream_version AS "streamVersion"`;
  const rows = (where: string, params: readonly unknown[]): Promise<WarningRow[]> =>
    tx.query<WarningRow>(
      `SELECT ${WARNING_COLUMNS} FROM proposals.warning w WHERE w.tenant_id = $1 AND ${where}
       ORDER BY w.raised_at DESC, w.id`,
      [tx.tenant, ...params],
    );
  return {
    claim: (now, most) =>
      tx.query<TimedCheck>(
        `SELECT ${check} FROM proposals.timed_check WHERE tenant_id = $1 AND next_check_at <= $2
         ORDER BY next_check_at, subject_id LIMIT $3 FOR UPDATE SKIP LOCKED`,
        [tx.tenant, now, most],
      ),
    lock: async (kind, id) => {
      const [row] = await tx.query<TimedCheck>(
        `SELECT ${check} FROM proposals.timed_check
         WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 FOR UPDATE`,
        [tx.tenant, kind, id],
      );
      return row ?? null;
    },
    open: async (checks) => {
      const ids = checks.map(({ id }) => id);
      const found = await rows(`w.check_id = ANY($2::uuid[]) AND ${UNSETTLED}`, [ids]);
      const byCheck = Map.groupBy(found, ({ checkId }) => checkId);
      return new Map([...byCheck].map(([id, list]) => [id, list.map(toWarning)]));
    },
    ofCases: async (ids) => (await rows('w.proposal_id = ANY($2::uuid[])', [ids])).map(toWarning),
    find: async (id) => {
      const [row] = await rows('w.id = $2', [id]);
      return row ? { warning: toWarning(row), check: { kind: row.checkKind, id: row.checkId } } : null;
    },
    endsOf: async (mandates, units) => ({
      endedMandates: await endsOf(tx, 'mandate_directory', mandates),
      closedUnits: await endsOf(tx, 'unit_directory', units),
    }),
    heardAbout: (proposalIds) => heardAbout(tx, proposalIds),
    record: (results, at) => record(tx, results, at),
  };
}

async function endsOf(
  tx: Transaction,
  directory: 'mandate_directory' | 'unit_directory',
  ids: readonly string[],
): Promise<EndedOn> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; on: CalendarDate }>(
    `SELECT id, active_to AS on FROM proposals.${directory}
     WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND active_to IS NOT NULL`,
    [tx.tenant, ids],
  );
  return new Map(rows.map(({ id, on }) => [id, on]));
}

async function record(tx: Transaction, results: readonly CheckResult[], at: string): Promise<void> {
  await writeWarnings(tx, results);
  await writeTally(
    tx,
    results.flatMap(({ changes }) => changes),
  );
  await tx.query(
    `UPDATE proposals.timed_check t SET next_check_at = r.next_at, checked_at = $2, stream_version = r.version
     FROM jsonb_to_recordset($3::jsonb) AS r(kind text, id uuid, next_at timestamptz, version int)
     WHERE t.tenant_id = $1 AND t.subject_kind = r.kind AND t.subject_id = r.id`,
    [tx.tenant, at, JSON.stringify(results.map(checkRow))],
  );
  const told = results.filter(({ changes }) => changes.length > 0);
  if (told.length === 0) return;
  await tx.appendAll(
    told.map(({ check, changes }) => ({
      stream: `warning:${check.id}`,
      expectedVersion: check.streamVersion,
      events: changes.map(({ event }) => event as NewEvent),
    })),
  );
}

const checkRow = ({ check, changes, nextAt }: CheckResult) => ({
  kind: check.kind,
  id: check.id,
  next_at: nextAt,
  version: check.streamVersion + changes.length,
});

async function writeWarnings(tx: Transaction, results: readonly CheckResult[]): Promise<void> {
  const rows = results.flatMap(({ check, changes }) => changes.map(({ after }) => warningRow(check, after)));
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO proposals.warning (tenant_id, id, check_kind, check_id, proposal_id, occurrence, rule, code, level,
       label, reason, subject_kind, subject_id, assignment_id, unit_id, since, recipients, escalations, repeats,
       auto_resolve, raised_at, told_at, acknowledged_at, acknowledged_by, acknowledgement, resolved_at)
     SELECT $1, r.id, r.check_kind, r.check_id, r.proposal_id, r.occurrence, r.rule, r.code, r.level,
       r.label, r.reason, r.subject_kind, r.subject_id, r.assignment_id, r.unit_id, r.since, r.recipients,
       r.escalations, r.repeats, r.auto_resolve, r.raised_at, r.told_at, r.acknowledged_at, r.acknowledged_by,
       r.acknowledgement, r.resolved_at
     FROM jsonb_populate_recordset(NULL::proposals.warning, $2::jsonb) r
     ON CONFLICT (tenant_id, id) DO UPDATE SET level = excluded.level, recipients = excluded.recipients,
       escalations = excluded.escalations, repeats = excluded.repeats, told_at = excluded.told_at,
       acknowledged_at = excluded.acknowledged_at, acknowledged_by = excluded.acknowledged_by,
       acknowledgement = excluded.acknowledgement, resolved_at = excluded.resolved_at`,
    [tx.tenant, JSON.stringify(rows)],
  );
}

const warningRow = (check: TimedCheck, warning: WarningChange['after']) => ({
  id: warning.id,
  check_kind: check.kind,
  check_id: check.id,
  proposal_id: warning.proposalId,
  occurrence: warning.occurrence,
  rule: warning.rule,
  code: warning.code,
  level: warning.level,
  label: warning.label,
  reason: warning.reason,
  subject_kind: warning.subject.kind,
  subject_id: warning.subject.id,
  assignment_id: warning.subject.assignmentId,
  unit_id: warning.subject.unitId,
  since: warning.since,
  recipients: warning.recipients,
  escalations: warning.escalations,
  repeats: warning.repeats,
  auto_resolve: warning.autoResolve,
  raised_at: warning.raisedAt,
  told_at: warning.toldAt,
  acknowledged_at: warning.acknowledgedAt,
  acknowledged_by: warning.acknowledgedBy,
  acknowledgement: warning.acknowledgement,
  resolved_at: warning.resolvedAt,
});

/** Cases whose clocks may start, or move, with the close of their session. */
export const lookAtCasesOfSession = (tx: Transaction, kind: ProposalKind, year: number): Promise<unknown> =>
  tx.query(
    `UPDATE proposals.timed_check t SET next_check_at = $4 FROM proposals.proposal p
     WHERE t.tenant_id = $1 AND t.subject_kind = 'CASE' AND p.tenant_id = t.tenant_id AND p.id = t.subject_id
       AND p.kind = $2 AND (p.year = $3 OR p.year IS NULL) AND p.closed_at IS NULL`,
    [tx.tenant, kind, year, AT_ONCE],
  );

/** A locality whose process has just been stored, or of which something else is known now, is looked at as a whole. */
export const lookAtLocality = (tx: Transaction): Promise<unknown> =>
  tx.query(
    `INSERT INTO proposals.timed_check (tenant_id, subject_kind, subject_id, next_check_at)
     VALUES ($1, 'LOCALITY', $2, $3)
     ON CONFLICT (tenant_id, subject_kind, subject_id) DO UPDATE SET next_check_at = excluded.next_check_at`,
    [tx.tenant, localityCheckId(tx.tenant), AT_ONCE],
  );

/** What opened, moved to another level or was resolved, as differences to the locality's counts. */
async function writeTally(tx: Transaction, changes: readonly WarningChange[]): Promise<void> {
  const differences = new Map<string, number>();
  const count = (warning: RecordedWarning | null, by: number): void => {
    if (!warning || warning.resolvedAt) return;
    const key = `${warning.code} ${warning.level}`;
    differences.set(key, (differences.get(key) ?? 0) + by);
  };
  for (const { before, after } of changes) {
    count(before, -1);
    count(after, 1);
  }
  const rows = [...differences].filter(([, by]) => by !== 0).sort();
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO proposals.warning_tally AS t (tenant_id, code, level, open)
     SELECT $1, r.code, r.level, r.by FROM jsonb_to_recordset($2::jsonb) AS r(code text, level text, by int)
     ORDER BY r.code, r.level
     ON CONFLICT (tenant_id, code, level) DO UPDATE SET open = t.open + excluded.open`,
    [
      tx.tenant,
      JSON.stringify(rows.map(([key, by]) => ({ code: key.slice(0, 3), level: key.slice(4), by }))),
    ],
  );
}
