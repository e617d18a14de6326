import type { CalendarDate } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { columnName, FACT_COLUMN_NAMES, type Facts } from '../fact.js';
import type { Evidence, ScoreRow } from '../score/score-input.js';
import type { SubjectKind } from '../sheet/sheet.js';
import type { ScoreReads } from './score.store.js';
import type { ScoreQuestion } from './score-question.js';
import type { ScoreRun } from './score-run.js';
import type { SheetVersion } from './sheet-version.js';

const FACTS = FACT_COLUMN_NAMES.map((column) => `${columnName(column)} AS "${column}"`).join(', ');

/** What held at an instant, `$3`; null: what holds now. */
const HELD = `CASE WHEN $3::timestamptz IS NULL THEN valid_to = 'infinity'
  ELSE valid_from <= $3::timestamptz AND $3::timestamptz < valid_to END`;

type PartRow = Facts & {
  readonly caseId: string;
  readonly unitId: string;
  readonly partRole: string;
  readonly partRound: number;
  readonly responsible: string;
};

export const scoreReads = (tx: Transaction): ScoreReads => ({
  sheetsOn: (day) => sheetsOn(tx, day),
  rows: (subject, question) => (onCases(subject) ? caseRows(tx, subject, question) : unitRows(tx, question)),
  evidence: (question) => evidenceOf(tx, question),
  async position() {
    const [row] = await tx.query<{ position: number }>(
      `SELECT position FROM evaluation.consumer_cursor WHERE tenant_id = $1 AND source = 'proposals'`,
      [tx.tenant],
    );
    return row?.position ?? 0;
  },
  async run(runId) {
    const [row] = await runsBy(tx, 'run_id = $2', [runId]);
    return row ?? null;
  },
  runs: (sheet, year) => runsBy(tx, 'sheet = $2 AND year = $3', [sheet, year]),
  async results(runId) {
    const rows = await tx.query<{ subjectId: string; tree: string }>(
      `SELECT subject_id AS "subjectId", tree FROM evaluation.score_result
       WHERE tenant_id = $1 AND run_id = $2 ORDER BY subject_id`,
      [tx.tenant, runId],
    );
    return new Map(rows.map(({ subjectId, tree }) => [subjectId, tree]));
  },
});

async function sheetsOn(tx: Transaction, day: CalendarDate): Promise<SheetVersion | null> {
  const [row] = await tx.query<SheetVersion>(
    `SELECT serial, version, origin, effective_from AS "effectiveFrom", sheets, problems, layers
     FROM evaluation.sheet_version WHERE tenant_id = $1 AND effective_from <= $2
     ORDER BY (origin = 'PUBLISHED') DESC, effective_from DESC, serial DESC LIMIT 1`,
    [tx.tenant, day],
  );
  return row ?? null;
}

/** A locality and a case are scored by whole cases; units and sections by their part of each. */
const onCases = (subject: SubjectKind): boolean => subject === 'PROPOSAL' || subject === 'LOCALITY';

async function unitRows(tx: Transaction, { year, asOf }: ScoreQuestion): Promise<ScoreRow[]> {
  const rows = await tx.query<PartRow>(
    `SELECT case_id AS "caseId", unit_id AS "unitId", role AS "partRole", round AS "partRound", responsible, ${FACTS}
     FROM evaluation.assignment_fact WHERE tenant_id = $1 AND year = $2 AND latest AND ${HELD}`,
    [tx.tenant, year, asOf],
  );
  return rows.map(({ caseId, unitId, partRole: role, partRound: round, responsible, ...facts }) => ({
    caseId,
    subjectId: unitId,
    role,
    round,
    responsible: JSON.parse(responsible) as Readonly<Record<string, string>>,
    facts,
  }));
}

async function caseRows(
  tx: Transaction,
  subject: SubjectKind,
  { year, asOf }: ScoreQuestion,
): Promise<ScoreRow[]> {
  const rows = await tx.query<Facts & { readonly caseId: string }>(
    `SELECT case_id AS "caseId", ${FACTS} FROM evaluation.case_fact
     WHERE tenant_id = $1 AND year = $2 AND ${HELD}`,
    [tx.tenant, year, asOf],
  );
  return rows.map(({ caseId, ...facts }) => ({
    caseId,
    subjectId: subject === 'PROPOSAL' ? caseId : String(tx.tenant),
    role: 'LEAD',
    round: facts.rounds,
    responsible: {},
    facts,
  }));
}

/** What was recorded up to then and not replaced by then. */
const evidenceOf = (tx: Transaction, { year, asOf }: ScoreQuestion): Promise<Evidence[]> =>
  tx.query<Evidence>(
    `SELECT record_id AS "recordId", subject_id AS "subjectId", case_id AS "caseId", source, code, value::text
     FROM evaluation.score_evidence record
     WHERE tenant_id = $1 AND year = $2 AND valid_from <= coalesce($3::timestamptz, 'infinity')
       AND NOT EXISTS (SELECT FROM evaluation.score_evidence later
         WHERE later.tenant_id = $1 AND later.replaces = record.record_id
           AND later.valid_from <= coalesce($3::timestamptz, 'infinity'))`,
    [tx.tenant, year, asOf],
  );

type RunRow = Omit<ScoreRun, 'asOf' | 'publishedAt'> & { readonly asOf: Date; readonly publishedAt: Date };

async function runsBy(tx: Transaction, where: string, params: readonly unknown[]): Promise<ScoreRun[]> {
  const rows = await tx.query<RunRow>(
    `SELECT run_id AS "runId", sheet, sheet_serial AS "sheetSerial", sheet_version AS "sheetVersion", year,
       as_of AS "asOf", data_position AS "dataPosition", hash, subjects, note,
       published_by AS "publishedBy", published_at AS "publishedAt"
     FROM evaluation.score_run WHERE tenant_id = $1 AND ${where} ORDER BY published_at DESC, run_id LIMIT 100`,
    [tx.tenant, ...params],
  );
  return rows.map(({ asOf, publishedAt, ...run }) => ({
    ...run,
    asOf: asOf.toISOString(),
    publishedAt: publishedAt.toISOString(),
  }));
}
