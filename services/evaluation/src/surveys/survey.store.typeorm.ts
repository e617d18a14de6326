import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { keepRecords, readEvidence } from '../evidence/evidence.store.typeorm.js';
import type { Survey } from './survey.js';
import type { KeptSurvey, SurveyStore } from './survey.store.js';

type Row = Omit<KeptSurvey, 'importedAt'> & { readonly importedAt: Date };

const COLUMNS = `survey.survey_id AS "surveyId", survey.year, survey.title, survey.organiser,
  survey.period_from::text AS "from", survey.period_to::text AS "to", survey.sample_size AS "sampleSize",
  survey.replaces, survey.reason, survey.imported_at AS "importedAt",
  EXISTS (SELECT FROM evaluation.survey later
    WHERE later.tenant_id = survey.tenant_id AND later.replaces = survey.survey_id) AS replaced`;

const LATEST: SortKey = { name: 'LATEST', sql: 'survey.imported_at', type: 'timestamptz', direction: 'DESC' };

const toKept = (row: Row): KeptSurvey => ({ ...row, importedAt: row.importedAt.toISOString() });

const BY_QUESTION = 'record.code, record.subject_id, record.case_id NULLS FIRST, record.record_id';

export const surveyStore = (tx: Transaction): SurveyStore => ({
  async find({ tenant, id }) {
    const [survey] = await readSurveys(tx, tenant, 'survey.survey_id = $2', [id]);
    return survey ?? null;
  },
  ofYear: (year) => readSurveys(tx, tx.tenant, 'survey.year = $2', [year]),
  byIds: (ids) => readSurveys(tx, tx.tenant, 'survey.survey_id = ANY ($2::uuid[])', [[...ids]]),
  async page(year, page) {
    const keys = keyset(page, { sort: LATEST, id: { sql: 'survey.survey_id' }, nextParam: 3 });
    const rows = await tx.query<Row & KeysetRow>(
      `SELECT ${COLUMNS}, ${keys.columns} FROM evaluation.survey survey
       WHERE survey.tenant_id = $1 AND survey.year = $2 AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [tx.tenant, year, ...keys.params],
    );
    const { items, ...around } = keys.slice(rows);
    return { ...around, items: items.map(({ cursor, row }) => ({ cursor, row: toKept(row) })) };
  },
  async count(year) {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM evaluation.survey WHERE tenant_id = $1 AND year = $2',
      [tx.tenant, year],
    );
    return row?.count ?? 0;
  },
  resultsOf: (ids, unitId) =>
    readEvidence(
      tx,
      'record.survey_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR record.subject_id = $3)',
      [[...ids], unitId],
      BY_QUESTION,
    ),
  ofUnits: (year, unitIds) =>
    readEvidence(
      tx,
      `record.year = $2 AND record.survey_id IS NOT NULL AND record.subject_id = ANY ($3::uuid[])
         AND NOT EXISTS (SELECT FROM evaluation.survey later
           WHERE later.tenant_id = record.tenant_id AND later.replaces = record.survey_id)`,
      [year, [...unitIds]],
      BY_QUESTION,
    ),
  async knownCases(caseIds) {
    const rows = await tx.query<{ id: string }>(
      'SELECT case_id AS id FROM evaluation.folded_case WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[])',
      [tx.tenant, [...caseIds]],
    );
    return new Set(rows.map(({ id }) => id));
  },
  async keep(event, records, before) {
    await insertSurvey(tx, event.payload);
    // One stream for a year: of two imports at once, the second finds it a step further and looks again.
    const stream = `surveys:${event.payload.year}`;
    await keepRecords(tx, records, [{ stream, expectedVersion: before, events: [event] }]);
  },
});

async function readSurveys(
  tx: Transaction,
  tenant: number,
  condition: string,
  params: readonly unknown[],
): Promise<KeptSurvey[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM evaluation.survey survey WHERE survey.tenant_id = $1 AND ${condition}
     ORDER BY survey.imported_at, survey.survey_id`,
    [tenant, ...params],
  );
  return rows.map(toKept);
}

const insertSurvey = (tx: Transaction, survey: Survey): Promise<unknown> =>
  tx.query(
    `INSERT INTO evaluation.survey (tenant_id, survey_id, year, title, organiser, period_from, period_to, sample_size,
       replaces, reason, imported_by, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.tenant, survey.surveyId, survey.year, survey.title, survey.organiser, survey.from, survey.to],
      ...[survey.sampleSize, survey.replaces, survey.reason, tx.scope.actor, tx.recordedAt],
    ],
  );
