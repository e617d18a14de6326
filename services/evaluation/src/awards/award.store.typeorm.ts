import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import type { AwardSubject } from '../sheet/award.js';
import type { AwardFilter, AwardStore, KeptAward } from './award.store.js';

type Row = Omit<KeptAward, 'subject' | 'nominatedAt' | 'decidedAt' | 'publishedAt'> & {
  readonly subjectKind: AwardSubject;
  readonly subjectId: string;
  readonly nominatedAt: Date;
  readonly decidedAt: Date | null;
  readonly publishedAt: Date | null;
};

const COLUMNS = `award.award_id AS "awardId", award.code, award.year, award.subject_kind AS "subjectKind",
  award.subject_id AS "subjectId", award.reason, award.documents, award.nominated_at AS "nominatedAt",
  decision.verdict, decision.reason AS "verdictReason", decision.decided_at AS "decidedAt",
  publication.reference, publication.published_at AS "publishedAt"`;

const AWARDS = `evaluation.award_nomination award
  LEFT JOIN evaluation.award_decision decision
    ON decision.tenant_id = award.tenant_id AND decision.award_id = award.award_id
  LEFT JOIN evaluation.award_publication publication
    ON publication.tenant_id = award.tenant_id AND publication.code = award.code
      AND publication.year = award.year AND decision.verdict = 'AWARDED'`;

const WANTED = `award.tenant_id = $1 AND ($2::int IS NULL OR award.year = $2)
  AND ($3::text IS NULL OR award.code = $3) AND ($4::uuid IS NULL OR award.subject_id = $4)
  AND (NOT $5::boolean OR publication.published_at IS NOT NULL)`;

const LATEST: SortKey = { name: 'LATEST', sql: 'award.nominated_at', type: 'timestamptz', direction: 'DESC' };

const toKept = ({ subjectKind: kind, subjectId: id, ...row }: Row): KeptAward => ({
  ...row,
  subject: { kind, id },
  nominatedAt: row.nominatedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
});

const paramsOf = (tx: Transaction, { year, code, subjectId, published }: AwardFilter): unknown[] => [
  tx.tenant,
  year,
  code,
  subjectId,
  published,
];

/** One stream for an award and a year: of two decisions at once, the second finds it a step further. */
const streamOf = (code: string, year: number): string => `awards:${code}:${year}`;
const versionOf = (before: readonly KeptAward[]): number =>
  before.length +
  before.filter(({ verdict }) => verdict !== null).length +
  (before.some(({ publishedAt }) => publishedAt !== null) ? 1 : 0);

export const awardStore = (tx: Transaction): AwardStore => ({
  async find({ tenant, id }) {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM ${AWARDS} WHERE award.tenant_id = $1 AND award.award_id = $2`,
      [tenant, id],
    );
    return row ? toKept(row) : null;
  },
  async round(code, year) {
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM ${AWARDS} WHERE award.tenant_id = $1 AND award.code = $2 AND award.year = $3
       ORDER BY award.award_id`,
      [tx.tenant, code, year],
    );
    return rows.map(toKept);
  },
  async publishedOf(subjectIds) {
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM ${AWARDS} WHERE award.tenant_id = $1 AND award.subject_id = ANY ($2::uuid[])
         AND publication.published_at IS NOT NULL ORDER BY publication.published_at DESC, award.award_id`,
      [tx.tenant, [...subjectIds]],
    );
    return rows.map(toKept);
  },
  async page(filter, page) {
    const keys = keyset(page, { sort: LATEST, id: { sql: 'award.award_id' }, nextParam: 6 });
    const rows = await tx.query<Row & KeysetRow>(
      `SELECT ${COLUMNS}, ${keys.columns} FROM ${AWARDS}
       WHERE ${WANTED} AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [...paramsOf(tx, filter), ...keys.params],
    );
    const { items, ...around } = keys.slice(rows);
    return { ...around, items: items.map(({ cursor, row }) => ({ cursor, row: toKept(row) })) };
  },
  async count(filter) {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${AWARDS} WHERE ${WANTED}`,
      paramsOf(tx, filter),
    );
    return row?.count ?? 0;
  },
  async nominate(event, before) {
    const { awardId, code, year, subject, reason, documents } = event.payload;
    await tx.query(
      `INSERT INTO evaluation.award_nomination (tenant_id, award_id, code, year, subject_kind, subject_id,
         reason, documents, nominated_by, nominated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[tx.tenant, awardId, code, year, subject.kind, subject.id, reason, JSON.stringify(documents)],
        ...[tx.scope.actor, tx.recordedAt],
      ],
    );
    await tx.append(streamOf(code, year), versionOf(before), [event]);
  },
  async decide(event, { code, year }, before) {
    const { awardId, verdict, reason } = event.payload;
    await tx.query(
      `INSERT INTO evaluation.award_decision (tenant_id, award_id, verdict, reason, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.tenant, awardId, verdict, reason, tx.scope.actor, tx.recordedAt],
    );
    await tx.append(streamOf(code, year), versionOf(before), [event]);
  },
  async publish(event, before) {
    const { code, year, reference } = event.payload;
    await tx.query(
      `INSERT INTO evaluation.award_publication (tenant_id, code, year, reference, published_by, published_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.tenant, code, year, reference, tx.scope.actor, tx.recordedAt],
    );
    await tx.append(streamOf(code, year), versionOf(before), [event]);
  },
});
