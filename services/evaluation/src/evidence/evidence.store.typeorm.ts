import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import type { StreamAppend, Transaction } from '@duban/kernel/runtime';
import type {
  EvidenceDocument,
  EvidenceEvent,
  EvidenceRecord,
  EvidenceSubject,
  GivenBy,
  Verdict,
} from './evidence.js';
import type { EvidenceStore, KeptEvidence, KeptObjection } from './evidence.store.js';

type Row = Omit<KeptEvidence, 'subject' | 'given' | 'survey' | 'at' | 'recordedAt' | 'objection'> & {
  readonly subjectKind: EvidenceSubject['kind'];
  readonly subjectId: string;
  readonly assessor: GivenBy['assessor'] | null;
  readonly assessorId: string | null;
  readonly surveyId: string | null;
  readonly answers: number | null;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly objectionId: string | null;
  readonly objectionReason: string | null;
  readonly objectionDocuments: readonly EvidenceDocument[] | null;
  readonly objectedAt: Date | null;
  readonly verdict: Verdict | null;
  readonly verdictReason: string | null;
  readonly decidedAt: Date | null;
};

const COLUMNS = `record.record_id AS "recordId", record.year, record.subject_kind AS "subjectKind",
  record.subject_id AS "subjectId", record.case_id AS "caseId", record.source, record.code,
  record.value::text, record.documents, record.note, record.replaces, record.reason, record.assessor,
  record.assessor_id AS "assessorId", record.survey_id AS "surveyId", record.valid_answers AS answers, record.valid_from AS at,
  record.recorded_at AS "recordedAt", record.recorded_by AS "recordedBy",
  (EXISTS (SELECT FROM evaluation.score_evidence later
    WHERE later.tenant_id = record.tenant_id AND later.replaces = record.record_id)
   OR EXISTS (SELECT FROM evaluation.survey later
    WHERE later.tenant_id = record.tenant_id AND later.replaces = record.survey_id)) AS replaced,
  EXISTS (SELECT FROM evaluation.objection_decision came
    WHERE came.tenant_id = record.tenant_id AND came.replaced_by = record.record_id) AS decided,
  objection.objection_id AS "objectionId", objection.reason AS "objectionReason",
  objection.documents AS "objectionDocuments", objection.objected_at AS "objectedAt",
  decision.verdict, decision.reason AS "verdictReason", decision.decided_at AS "decidedAt"`;

const RECORDS = `evaluation.score_evidence record
  LEFT JOIN evaluation.score_objection objection
    ON objection.tenant_id = record.tenant_id AND objection.record_id = record.record_id
  LEFT JOIN evaluation.objection_decision decision
    ON decision.tenant_id = record.tenant_id AND decision.objection_id = objection.objection_id`;

function toKept(row: Row): KeptEvidence {
  const { recordId, year, caseId, source, code, value, documents, note, replaces, reason } = row;
  const { subjectKind: kind, subjectId: id, assessor, assessorId, recordedBy, replaced, decided } = row;
  const { surveyId, answers } = row;
  return {
    ...{ recordId, year, caseId, source, code, value, documents, note, replaces, reason },
    ...{ recordedBy, replaced, decided },
    subject: { kind, id },
    ...(assessor && assessorId && { given: { assessor, id: assessorId } }),
    ...(surveyId && answers && { survey: { id: surveyId, answers } }),
    at: row.at.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    objection: toObjection(row),
  };
}

function toObjection(row: Row): KeptObjection | null {
  const { objectionId, objectedAt, verdict, verdictReason } = row;
  if (objectionId === null || objectedAt === null) return null;
  return {
    objectionId,
    reason: row.objectionReason ?? '',
    documents: row.objectionDocuments ?? [],
    at: objectedAt.toISOString(),
    verdict,
    verdictReason,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

const LATEST: SortKey = { name: 'LATEST', sql: 'record.recorded_at', type: 'timestamptz', direction: 'DESC' };

const WANTED = `record.tenant_id = $1 AND record.year = $2 AND ($3::text IS NULL OR record.source = $3)
  AND ($4::text IS NULL OR record.code = $4) AND ($5::uuid[] IS NULL OR record.subject_id = ANY ($5))`;

/** Records that hold a condition over `record`, in an order of its columns. */
export const readEvidence = async (
  tx: Transaction,
  condition: string,
  params: readonly unknown[],
  order = 'record.record_id',
): Promise<KeptEvidence[]> => {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM ${RECORDS} WHERE record.tenant_id = $1 AND ${condition} ORDER BY ${order}`,
    [tx.tenant, ...params],
  );
  return rows.map(toKept);
};

/** New records, all of them with the other streams' events of the same doing. */
export async function keepRecords(
  tx: Transaction,
  records: readonly EvidenceEvent[],
  beside: readonly StreamAppend[],
): Promise<void> {
  for (const event of records) await apply(tx, event);
  const own = records.map((event) => ({
    stream: `evidence:${event.payload.recordId}`,
    expectedVersion: 0,
    events: [event],
  }));
  await tx.appendAll([...beside, ...own]);
}

export const evidenceStore = (tx: Transaction): EvidenceStore => ({
  async find({ tenant, id }) {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM ${RECORDS} WHERE record.tenant_id = $1 AND record.record_id = $2`,
      [tenant, id],
    );
    return row ? toKept(row) : null;
  },
  byIds: (recordIds) => readEvidence(tx, 'record.record_id = ANY ($2::uuid[])', [[...recordIds]]),
  async page({ year, source, code, subjectIds }, page) {
    const params = [tx.tenant, year, source, code, subjectIds];
    const keys = keyset(page, { sort: LATEST, id: { sql: 'record.record_id' }, nextParam: 6 });
    const rows = await tx.query<Row & KeysetRow>(
      `SELECT ${COLUMNS}, ${keys.columns} FROM ${RECORDS}
       WHERE ${WANTED} AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [...params, ...keys.params],
    );
    const { items, ...around } = keys.slice(rows);
    return { ...around, items: items.map(({ cursor, row }) => ({ cursor, row: toKept(row) })) };
  },
  async count({ year, source, code, subjectIds }) {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM evaluation.score_evidence record WHERE ${WANTED}`,
      [tx.tenant, year, source, code, subjectIds],
    );
    return row?.count ?? 0;
  },
  knows: async (kind, { tenant, id }) => (await tx.query(KNOWN[kind], [tenant, id])).length > 0,
  async append(event, before) {
    await apply(tx, event);
    const { recordId, replaces } = event.payload;
    const replaced = { type: 'evidence.replaced', payload: { recordId: replaces, by: recordId } };
    await tx.appendAll([
      { stream: `evidence:${recordId}`, expectedVersion: 0, events: [event] },
      // Two corrections at once: the second finds the stream a step further.
      ...(replaces === null
        ? []
        : [{ stream: `evidence:${replaces}`, expectedVersion: versionOf(before), events: [replaced] }]),
    ]);
  },
});

/** How many events a record has seen that nothing replaced: recorded, objected to, decided. */
export const versionOf = (kept: KeptEvidence | undefined): number =>
  1 + (kept?.objection ? 1 : 0) + (kept?.objection?.verdict ? 1 : 0);

const KNOWN: Readonly<Record<EvidenceSubject['kind'], string>> = {
  UNIT: 'SELECT 1 FROM evaluation.unit_directory WHERE tenant_id = $1 AND id = $2',
  SECTION: 'SELECT 1 FROM evaluation.section_directory WHERE tenant_id = $1 AND id = $2',
  PROPOSAL: 'SELECT 1 FROM evaluation.folded_case WHERE tenant_id = $1 AND case_id = $2',
};

const apply = (tx: Transaction, { payload, occurredAt }: EvidenceEvent): Promise<unknown> => {
  const record: EvidenceRecord = payload;
  return tx.query(
    `INSERT INTO evaluation.score_evidence (tenant_id, record_id, year, subject_kind, subject_id, case_id, source, code,
       value, documents, note, replaces, reason, assessor, assessor_id, survey_id, valid_answers, valid_from, recorded_by,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      tx.tenant,
      record.recordId,
      record.year,
      record.subject.kind,
      record.subject.id,
      record.caseId,
      record.source,
      record.code,
      record.value,
      JSON.stringify(record.documents),
      record.note,
      record.replaces,
      record.reason,
      record.given?.assessor ?? null,
      record.given?.id ?? null,
      record.survey?.id ?? null,
      record.survey?.answers ?? null,
      occurredAt ?? tx.recordedAt,
      tx.scope.actor,
      tx.recordedAt,
    ],
  );
};
