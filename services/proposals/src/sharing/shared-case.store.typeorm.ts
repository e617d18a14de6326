import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import { newId, type Transaction } from '@duban/kernel/runtime';
import type { Opening, SharedCaseStore, SharedReference, SharedText } from './shared-case.store.js';

const LATEST: SortKey = { name: 'LATEST', sql: 'opened_at', type: 'timestamptz', direction: 'DESC' };

/** The own locality's cases are read otherwise: these are those of others. */
export const sharedCaseStore = (tx: Transaction): SharedCaseStore => ({
  async findShared({ ownerId, proposalId }) {
    const [row] = await tx.query<SharedText>(
      `SELECT p.tenant_id AS "ownerId", p.id AS "proposalId", p.kind, p.phase, p.case_number AS "caseNumber",
         p.title, p.body, p.submitted_at AS "submittedAt",
         coalesce((SELECT jsonb_agg(jsonb_build_object('documentNumber', r.document_number,
             'class', r.confirmed_class, 'body', r.body, 'issuedAt', r.issued_at) ORDER BY r.issued_at, r.id)
           FROM proposals.reply r WHERE r.tenant_id = p.tenant_id AND r.proposal_id = p.id), '[]') AS replies
       FROM proposals.proposal p
       WHERE p.tenant_id = $1 AND p.id = $2 AND p.tenant_id <> $3 AND p.submitted_at IS NOT NULL`,
      [ownerId, proposalId, tx.tenant],
    );
    return row ?? null;
  },
  recordOpening: (reference) => recordOpening(tx, reference),
  async openings(page) {
    const keys = keyset(page, { sort: LATEST, id: { sql: 'id' }, nextParam: 2 });
    const rows = await tx.query<Opening & KeysetRow>(
      `SELECT id, tenant_id AS "readerId", role, proposal_id AS "proposalId", opened_at AS "openedAt", ${keys.columns}
       FROM proposals.case_opening WHERE owner_id = $1 AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [tx.tenant, ...keys.params],
    );
    return keys.slice(rows);
  },
  async countOpenings() {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM proposals.case_opening WHERE owner_id = $1',
      [tx.tenant],
    );
    return row?.count ?? 0;
  },
});

async function recordOpening(tx: Transaction, { ownerId, proposalId }: SharedReference): Promise<void> {
  const openingId = newId();
  await tx.query(
    `INSERT INTO proposals.case_opening (tenant_id, id, owner_id, proposal_id, account_id, role, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenant, openingId, ownerId, proposalId, tx.scope.actor, tx.viewer?.role ?? 'SYSTEM', tx.recordedAt],
  );
  const payload = { openingId, ownerId, proposalId };
  await tx.append(`opening:${openingId}`, 0, [{ type: 'shared_case.opened', payload }]);
}
