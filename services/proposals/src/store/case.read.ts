import type { Viewer } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import { columnsOf, type Stored } from './case-columns.store.js';
import type { CaseTable, ProposalRow, RowOf } from './case-rows.js';
import { Conditions } from './sql-conditions.read.js';
import { visibleCase } from './visible-cases.read.js';

/** A case as lists show it: the text comes by itself, when it is asked for. */
export type ProposalRead = Omit<Stored<ProposalRow>, 'body'> & { readonly changed_at: Date };

type ChildTable = Exclude<CaseTable, 'proposal'>;
type ChildKey = 'id' | 'proposal_id' | 'assignment_id' | 'reply_id';

export const PROPOSAL_COLUMNS = `${columnsOf('proposal', 'p').replace('p.body, ', '')}, p.changed_at`;

/** In which order what belongs to a case is shown. */
const ORDER: Readonly<Record<ChildTable, string>> = {
  cosignature: 'c.invited_at, c.mandate_id',
  assignment: 'c.round, c.handed_over_at, c.id',
  contact: 'c.held_at, c.id',
  reply: 'c.issued_at, c.id',
  feedback: 'c.round, c.given_at, c.axis, c.id',
  tracking_entry: 'c.registered_at, c.id',
  case_grant: 'c.given_at, c.id',
  work_record: 'c.held_at, c.id',
  duty: 'c.since_at, c.id',
};

/** Rows by key, one statement for all keys: what loaders batch. Only what `viewer` may read; null: whatever the locality has. */
export function caseReads(tx: Transaction) {
  return {
    async proposals(ids: readonly string[], viewer: Viewer | null): Promise<ProposalRead[]> {
      const conditions = scoped(tx, viewer);
      conditions.add(`p.id = ANY(${conditions.param(ids)}::uuid[])`);
      return tx.query<ProposalRead>(
        `SELECT ${PROPOSAL_COLUMNS} FROM proposals.proposal p WHERE ${conditions.where}`,
        conditions.params,
      );
    },

    bodies: (ids: readonly string[]): Promise<{ id: string; body: string }[]> =>
      tx.query('SELECT id, body FROM proposals.proposal WHERE tenant_id = $1 AND id = ANY($2::uuid[])', [
        tx.tenant,
        ids,
      ]),

    async children<Table extends ChildTable>(
      table: Table,
      key: ChildKey,
      ids: readonly string[],
      viewer: Viewer | null,
    ): Promise<Stored<RowOf<Table>>[]> {
      const conditions = new Conditions();
      conditions.add(`c.tenant_id = ${conditions.param(tx.tenant)}`);
      conditions.add(`c.${key} = ANY(${conditions.param(ids)}::uuid[])`);
      return tx.query<Stored<RowOf<Table>>>(
        `SELECT ${columnsOf(table, 'c')} FROM proposals.${table} c ${viewer ? ofVisibleCase(viewer, conditions) : ''}
         WHERE ${conditions.where} ORDER BY ${ORDER[table]}`,
        conditions.params,
      );
    },

    /** The ratings of the form given last on each case. */
    latestFeedback: (proposalIds: readonly string[]): Promise<Stored<RowOf<'feedback'>>[]> =>
      tx.query(
        `SELECT ${columnsOf('feedback', 'f')} FROM proposals.feedback f
         JOIN (SELECT DISTINCT ON (proposal_id) proposal_id, form_id FROM proposals.feedback
               WHERE tenant_id = $1 AND proposal_id = ANY($2::uuid[])
               ORDER BY proposal_id, round DESC, given_at DESC, id DESC) latest
           ON latest.proposal_id = f.proposal_id AND latest.form_id = f.form_id
         WHERE f.tenant_id = $1 AND f.proposal_id = ANY($2::uuid[]) ORDER BY f.axis`,
        [tx.tenant, proposalIds],
      ),

    merged: (proposalIds: readonly string[]): Promise<{ id: string; mergedIntoId: string }[]> =>
      tx.query(
        `SELECT id, merged_into_id AS "mergedIntoId" FROM proposals.proposal
         WHERE tenant_id = $1 AND merged_into_id = ANY($2::uuid[]) ORDER BY docketed_at, id`,
        [tx.tenant, proposalIds],
      ),
  };
}

function scoped(tx: Transaction, viewer: Viewer | null): Conditions {
  const conditions = new Conditions();
  conditions.add(`p.tenant_id = ${conditions.param(tx.tenant)}`);
  return viewer ? conditions.add(visibleCase(viewer, conditions)) : conditions;
}

/** Looks at the case of each row found; a plain join would rather walk all cases of the locality. */
const ofVisibleCase = (viewer: Viewer, conditions: Conditions): string =>
  `JOIN LATERAL (SELECT FROM proposals.proposal p
     WHERE p.tenant_id = c.tenant_id AND p.id = c.proposal_id AND ${visibleCase(viewer, conditions)} OFFSET 0) p ON true`;

export type CaseReads = ReturnType<typeof caseReads>;
