import type { Transaction } from '@duban/kernel/runtime';
import { columnName, FACT_COLUMN_NAMES, type Facts } from '../facts/fact.js';
import { directoryReads } from '../facts/fold-units/unit-directory.read.js';
import type { Evidence, ScoreRow } from '../score/score-input.js';
import type { SubjectKind } from '../sheet/sheet.js';
import type { ScoreFacts } from './score-facts.js';
import { bySection } from './sections.js';

const FACTS = FACT_COLUMN_NAMES.map((column) => `${columnName(column)} AS "${column}"`).join(', ');

/** Instants that are asked about, in order; null: as things stand now. */
const INSTANTS = 'unnest($3::timestamptz[]) WITH ORDINALITY instant(at, number)';
const held = (version: string) => `CASE WHEN instant.at IS NULL THEN ${version}.valid_to = 'infinity'
  ELSE ${version}.valid_from <= instant.at AND instant.at < ${version}.valid_to END`;

/** How far each log is read, in the very statement that reads what follows from it. */
const FOLDED = `(SELECT coalesce(max(position), 0) AS position FROM evaluation.consumer_cursor
  WHERE tenant_id = $1 AND source = 'proposals') folded`;
const RECORDED = `(SELECT coalesce(max(position), 0) AS position FROM evaluation.event_head
  WHERE tenant_id = $1) recorded`;

const PARTS = `SELECT folded.position, instant.number::int AS number, part.*
  FROM ${FOLDED} CROSS JOIN ${INSTANTS} LEFT JOIN LATERAL (
    SELECT case_id AS "caseId", unit_id AS "unitId", role AS "partRole", round AS "partRound", responsible, ${FACTS}
    FROM evaluation.assignment_fact WHERE tenant_id = $1 AND year = $2 AND latest AND ${held('assignment_fact')}) part ON true`;
const CASES = `SELECT folded.position, instant.number::int AS number, whole.*
  FROM ${FOLDED} CROSS JOIN ${INSTANTS} LEFT JOIN LATERAL (
    SELECT case_id AS "caseId", ${FACTS} FROM evaluation.case_fact
    WHERE tenant_id = $1 AND year = $2 AND ${held('case_fact')}) whole ON true`;
/** Of work records that say something of the handling: of a unit's part, or of the case itself. */
const FLAGS = `SELECT flag.record_id AS "recordId", CASE $4 WHEN 'UNIT' THEN flag.unit_id ELSE flag.case_id END AS "subjectId",
      CASE $4 WHEN 'UNIT' THEN flag.case_id END AS "caseId", 'FLAG' AS source, flag.code, '1' AS value, NULL AS assessor
    FROM evaluation.case_flag flag
    JOIN evaluation.case_fact whole ON whole.tenant_id = flag.tenant_id AND whole.case_id = flag.case_id AND whole.year = $2
      AND ${held('whole')}
    WHERE flag.tenant_id = $1 AND ($4 = 'PROPOSAL' OR $4 = 'UNIT' AND flag.unit_id IS NOT NULL)
      AND ${held('flag')}`;

/** Recorded about such subjects up to then, and by then neither replaced nor objected to without a decision. */
const RECORDS = `SELECT recorded.position, instant.number::int AS number, own.*
  FROM ${RECORDED} CROSS JOIN ${INSTANTS} LEFT JOIN LATERAL (
    SELECT record_id AS "recordId", subject_id AS "subjectId", case_id AS "caseId", source, code, value::text, assessor
    FROM evaluation.score_evidence record
    WHERE tenant_id = $1 AND year = $2 AND subject_kind = $4 AND valid_from <= coalesce(instant.at, 'infinity')
      AND NOT EXISTS (SELECT FROM evaluation.score_evidence later
        WHERE later.tenant_id = $1 AND later.replaces = record.record_id
          AND later.valid_from <= coalesce(instant.at, 'infinity'))
      AND NOT EXISTS (SELECT FROM evaluation.survey later
        WHERE later.tenant_id = $1 AND later.replaces = record.survey_id
          AND later.imported_at <= coalesce(instant.at, 'infinity'))
      AND NOT EXISTS (SELECT FROM evaluation.score_objection objection
        WHERE objection.tenant_id = $1 AND objection.record_id = record.record_id
          AND objection.objected_at <= coalesce(instant.at, 'infinity')
          AND NOT EXISTS (SELECT FROM evaluation.objection_decision decision
            WHERE decision.tenant_id = $1 AND decision.objection_id = objection.objection_id
              AND decision.decided_at <= coalesce(instant.at, 'infinity')))
    UNION ALL ${FLAGS}) own ON true`;

/** Where an instant has no rows, one stands with the position alone. */
type Numbered = { readonly position: number; readonly number: number };
type CaseRow = Facts & Numbered & { readonly caseId: string | null };
type PartRow = CaseRow & {
  readonly unitId: string;
  readonly partRole: string;
  readonly partRound: number;
  readonly responsible: string;
};
type RecordRow = Evidence & Numbered & { readonly recordId: string | null };

/** A locality and a case are scored by whole cases; units and sections by their part of each. */
const onCases = (subject: SubjectKind): boolean => subject === 'PROPOSAL' || subject === 'LOCALITY';

/** What a score is made of at each of some instants, in their order; as many statements for one as for many. */
export async function factsAt(
  tx: Transaction,
  subject: SubjectKind,
  year: number,
  instants: readonly (string | null)[],
): Promise<ScoreFacts[]> {
  const params = [tx.tenant, year, instants];
  const read = onCases(subject)
    ? perInstant(await tx.query<CaseRow>(CASES, params), caseRow(tx, subject))
    : perInstant(await tx.query<PartRow>(PARTS, params), partRow);
  const records = perInstant(await tx.query<RecordRow>(RECORDS, [...params, subject]), evidenceOf);
  const sections = subject === 'SECTION' ? await directoryReads(tx).sections() : [];
  return instants.map((_, index) => {
    const [own, evidence] = [read(index + 1), records(index + 1)];
    const rows = subject === 'SECTION' ? bySection(own.items, sections) : own.items;
    const positions = { proposals: own.position, evaluation: evidence.position };
    return { rows, evidence: evidence.items, positions };
  });
}

type OfInstant<Item> = { readonly items: readonly Item[]; readonly position: number };

function perInstant<Row extends Numbered, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item | null,
): (number: number) => OfInstant<Item> {
  const groups = Map.groupBy(rows, ({ number }) => number);
  return (number) => {
    const own = groups.get(number) ?? [];
    const items = own.map(toItem).filter((item): item is Awaited<Item> & Item => item !== null);
    return { items, position: own[0]?.position ?? 0 };
  };
}

function partRow(row: PartRow): ScoreRow | null {
  const {
    caseId,
    unitId,
    partRole: role,
    partRound: round,
    responsible,
    position: _,
    number: __,
    ...facts
  } = row;
  if (caseId === null) return null;
  const named = JSON.parse(responsible) as Readonly<Record<string, string>>;
  return { caseId, subjectId: unitId, role, round, responsible: named, facts };
}

const caseRow =
  ({ tenant }: Transaction, subject: SubjectKind) =>
  ({ caseId, position: _, number: __, ...facts }: CaseRow): ScoreRow | null =>
    caseId === null
      ? null
      : {
          caseId,
          subjectId: subject === 'PROPOSAL' ? caseId : String(tenant),
          role: 'LEAD',
          round: facts.rounds,
          responsible: {},
          facts,
        };

const evidenceOf = ({ position: _, number: __, ...record }: RecordRow): Evidence | null =>
  record.recordId === null ? null : record;
