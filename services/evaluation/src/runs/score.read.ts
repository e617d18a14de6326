import type { Transaction } from '@duban/kernel/runtime';
import { columnName, FACT_COLUMN_NAMES, type Facts } from '../fact.js';
import type { Evidence, ScoreRow } from '../score/score-input.js';
import type { SubjectKind } from '../sheet/sheet.js';
import type { ScoreFacts, ScoreReads } from './score.store.js';
import type { ScoreQuestion } from './score-question.js';
import type { SheetVersion } from './sheet-version.js';

const FACTS = FACT_COLUMN_NAMES.map((column) => `${columnName(column)} AS "${column}"`).join(', ');

/** What held at an instant, `$3`; null: what holds now. */
const HELD = `CASE WHEN $3::timestamptz IS NULL THEN valid_to = 'infinity'
  ELSE valid_from <= $3::timestamptz AND $3::timestamptz < valid_to END`;

type CaseRow = Facts & {
  /** Null where there is no row: the position is told all the same. */
  readonly caseId: string | null;
  readonly position: number;
};
type PartRow = CaseRow & {
  readonly unitId: string;
  readonly partRole: string;
  readonly partRound: number;
  readonly responsible: string;
};
type Asked = Pick<ScoreQuestion, 'year' | 'asOf'>;

/** How far the log of proposals is folded, in the very statement that reads what was folded. */
const FOLDED = `(SELECT coalesce(max(position), 0) AS position FROM evaluation.consumer_cursor
  WHERE tenant_id = $1 AND source = 'proposals') folded`;
const RECORDED = `(SELECT coalesce(max(position), 0) AS position FROM evaluation.event_head
  WHERE tenant_id = $1) recorded`;

export const scoreReads = (tx: Transaction): ScoreReads => ({
  async sheetsOn(day) {
    const [row] = await sheetsBy(
      tx,
      `effective_from <= $2 ORDER BY (origin = 'PUBLISHED') DESC, effective_from DESC, serial DESC LIMIT 1`,
      day,
    );
    return row ?? null;
  },
  async sheetsOf(serial) {
    const [row] = await sheetsBy(tx, 'serial = $2', serial);
    return row ?? null;
  },
  async facts(subject, asked) {
    const { rows, position: proposals } = await (onCases(subject)
      ? caseRows(tx, subject, asked)
      : unitRows(tx, asked));
    const { evidence, position } = await evidenceOf(tx, subject, asked);
    return { rows, evidence, positions: { proposals, evaluation: position } };
  },
});

const sheetsBy = (tx: Transaction, where: string, value: unknown): Promise<SheetVersion[]> =>
  tx.query<SheetVersion>(
    `SELECT serial, version, origin, effective_from AS "effectiveFrom", sheets, problems, layers
     FROM evaluation.sheet_version WHERE tenant_id = $1 AND ${where}`,
    [tx.tenant, value],
  );

/** A locality and a case are scored by whole cases; units and sections by their part of each. */
const onCases = (subject: SubjectKind): boolean => subject === 'PROPOSAL' || subject === 'LOCALITY';

type Rows = Pick<ScoreFacts, 'rows'> & { readonly position: number };

/** Rows with the position that stands in each; the only one without a case carries the position alone. */
function folded<Row extends CaseRow>(
  rows: readonly Row[],
  toRow: (row: Row & { readonly caseId: string }) => ScoreRow,
): Rows {
  const found = rows.filter((row): row is Row & { readonly caseId: string } => row.caseId !== null);
  return { rows: found.map(toRow), position: rows[0]?.position ?? 0 };
}

async function unitRows(tx: Transaction, { year, asOf }: Asked): Promise<Rows> {
  const rows = await tx.query<PartRow>(
    `SELECT folded.position, part.* FROM ${FOLDED} LEFT JOIN (
       SELECT case_id AS "caseId", unit_id AS "unitId", role AS "partRole", round AS "partRound", responsible, ${FACTS}
       FROM evaluation.assignment_fact WHERE tenant_id = $1 AND year = $2 AND latest AND ${HELD}) part ON true`,
    [tx.tenant, year, asOf],
  );
  return folded(
    rows,
    ({ caseId, unitId, partRole: role, partRound: round, responsible, position: _, ...facts }) => ({
      caseId,
      subjectId: unitId,
      role,
      round,
      responsible: JSON.parse(responsible) as Readonly<Record<string, string>>,
      facts,
    }),
  );
}

async function caseRows(tx: Transaction, subject: SubjectKind, { year, asOf }: Asked): Promise<Rows> {
  const rows = await tx.query<CaseRow>(
    `SELECT folded.position, whole.* FROM ${FOLDED} LEFT JOIN (
       SELECT case_id AS "caseId", ${FACTS} FROM evaluation.case_fact
       WHERE tenant_id = $1 AND year = $2 AND ${HELD}) whole ON true`,
    [tx.tenant, year, asOf],
  );
  return folded(rows, ({ caseId, position: _, ...facts }) => ({
    caseId,
    subjectId: subject === 'PROPOSAL' ? caseId : String(tx.tenant),
    role: 'LEAD',
    round: facts.rounds,
    responsible: {},
    facts,
  }));
}

/** What was recorded about such subjects up to then and not replaced by then. */
async function evidenceOf(
  tx: Transaction,
  subject: SubjectKind,
  { year, asOf }: Asked,
): Promise<{ readonly evidence: Evidence[]; readonly position: number }> {
  const rows = await tx.query<Evidence & { readonly recordId: string | null; readonly position: number }>(
    `SELECT recorded.position, own.* FROM ${RECORDED} LEFT JOIN (
       SELECT record_id AS "recordId", subject_id AS "subjectId", case_id AS "caseId", source, code, value::text
       FROM evaluation.score_evidence record
       WHERE tenant_id = $1 AND year = $2 AND subject_kind = $4
         AND valid_from <= coalesce($3::timestamptz, 'infinity')
         AND NOT EXISTS (SELECT FROM evaluation.score_evidence later
           WHERE later.tenant_id = $1 AND later.replaces = record.record_id
             AND later.valid_from <= coalesce($3::timestamptz, 'infinity'))) own ON true`,
    [tx.tenant, year, asOf, subject],
  );
  const evidence = rows
    .filter(({ recordId }) => recordId !== null)
    .map(({ position: _, ...record }): Evidence => record);
  return { evidence, position: rows[0]?.position ?? 0 };
}
