import { type EventRow, fromRow, newId, type Transaction } from '@duban/kernel/runtime';
import type { RecordedCaseEvent } from '../case/events.js';
import type { GivenOpinion, GrantRelation } from './grant.js';
import type { GrantReading, GrantStore, HeldGrant, NewOpinion } from './grant.store.js';

const HELD = `tenant_id AS "ownerId", id, proposal_id AS "proposalId", kind, coalesce(form, kind) AS form, coalesce(label, kind) AS label, sees, does,
  given_at AS "givenAt", ends_at AS "endsAt", metadata`;

export const grantStore = (tx: Transaction): GrantStore => ({
  held: () =>
    tx.query<HeldGrant>(
      `SELECT ${HELD} FROM proposals.case_grant WHERE grantee_id = $1 AND ends_at > now() ORDER BY given_at, id`,
      [tx.tenant],
    ),
  findHeld: async (ownerId, grantId) => {
    const [row] = await tx.query<HeldGrant>(
      `SELECT ${HELD} FROM proposals.case_grant
       WHERE tenant_id = $1 AND id = $2 AND grantee_id = $3 AND ends_at > now()`,
      [ownerId, grantId, tx.tenant],
    );
    return row ?? null;
  },
  eventsOf: async ({ ownerId, proposalId }) => {
    const rows = await tx.query<EventRow>(
      'SELECT * FROM proposals.event WHERE tenant_id = $1 AND stream = $2 ORDER BY stream_version',
      [ownerId, `proposal:${proposalId}`],
    );
    return rows.map((row) => fromRow(row) as RecordedCaseEvent);
  },
  recordReading: (grant) => recordReading(tx, grant),
  recordOpinion: (grant, opinion) => recordOpinion(tx, grant, opinion),
  readingsOf: (grantIds) =>
    grantIds.length === 0
      ? Promise.resolve([])
      : tx.query<GrantReading>(
          `SELECT grant_id AS "grantId", role, saw, read_at AS "readAt" FROM proposals.grant_reading
           WHERE grant_id = ANY($1::uuid[]) AND owner_id = $2 ORDER BY read_at, id`,
          [grantIds, tx.tenant],
        ),
  opinionsOf: (grantIds) => (grantIds.length === 0 ? Promise.resolve([]) : opinionsOf(tx, grantIds)),
  relations: () => relations(tx),
});

/** The next place in the grant's own stream, which lies in the log of whoever uses it. */
async function note(tx: Transaction, grantId: string, type: string, payload: object): Promise<void> {
  const stream = `grant:${grantId}`;
  const [last] = await tx.query<{ version: number }>(
    `SELECT coalesce(max(stream_version), 0) AS version FROM proposals.event WHERE tenant_id = $1 AND stream = $2`,
    [tx.tenant, stream],
  );
  await tx.append(stream, last?.version ?? 0, [{ type, payload: payload as never }]);
}

async function recordReading(tx: Transaction, { ownerId, id, sees }: HeldGrant): Promise<void> {
  const role = tx.viewer?.role ?? 'SYSTEM';
  await tx.query(
    `INSERT INTO proposals.grant_reading (tenant_id, id, grant_id, owner_id, account_id, role, saw, read_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenant, newId(), id, ownerId, tx.scope.actor, role, sees, tx.recordedAt],
  );
  await note(tx, id, 'granted_case.read', { grantId: id, ownerId, saw: sees });
}

async function recordOpinion(
  tx: Transaction,
  { ownerId, id: grantId }: HeldGrant,
  { kind, verdict, reasonCode, text, withId }: NewOpinion,
): Promise<string> {
  const opinionId = newId();
  const role = tx.viewer?.role ?? 'SYSTEM';
  const said = [kind, verdict, reasonCode, text, withId];
  await tx.query(
    `INSERT INTO proposals.case_opinion
       (tenant_id, id, grant_id, owner_id, role, given_at, kind, verdict, reason_code, text, with_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.tenant, opinionId, grantId, ownerId, role, tx.recordedAt, ...said],
  );
  const given = { grantId, ownerId, opinionId, kind, verdict, reasonCode, text, withId };
  await note(tx, grantId, 'case_opinion.given', given);
  return opinionId;
}

async function opinionsOf(tx: Transaction, grantIds: readonly string[]): Promise<GivenOpinion[]> {
  const rows = await tx.query<Omit<GivenOpinion, 'at'> & { at: Date }>(
    `SELECT id AS "opinionId", grant_id AS "grantId", tenant_id AS "fromId", kind, verdict,
       reason_code AS "reasonCode", text, with_id AS "withId", given_at AS at
     FROM proposals.case_opinion WHERE grant_id = ANY($1::uuid[]) AND owner_id = $2 ORDER BY given_at, id`,
    [grantIds, tx.tenant],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function relations(tx: Transaction): Promise<ReadonlyMap<number, GrantRelation>> {
  const rows = await tx.query<{ tenant: number; ancestor: number }>(
    `SELECT tenant_id AS tenant, ancestor_id AS ancestor FROM proposals.process_ancestor
     WHERE tenant_id = $1 OR ancestor_id = $1`,
    [tx.tenant],
  );
  return new Map(
    rows.map(({ tenant, ancestor }) => (tenant === tx.tenant ? [ancestor, 'ABOVE'] : [tenant, 'BELOW'])),
  );
}
