import type { ResolveReference } from '@duban/kernel/graphql';
import { readId } from '@duban/kernel/graphql';
import type { ProposalContext } from '../proposal.context.js';
import type { ProposalDeps } from '../proposal.deps.js';
import type { Stored } from '../store/case-columns.store.js';
import type { CaseTable, RowOf } from '../store/case-rows.js';
import { Assignment } from './assignment.type.js';
import { Contact } from './contact.type.js';
import { Feedback } from './feedback.type.js';
import { Reply } from './reply.type.js';
import { TrackingEntry } from './tracking-entry.type.js';

type ChildTable = Exclude<CaseTable, 'proposal'>;
type ChildKey = 'id' | 'proposal_id' | 'assignment_id' | 'reply_id';

/** Rows that belong to a case, batched: one statement for all keys of one kind. The case itself was checked. */
export function childRows<Table extends ChildTable>(
  context: ProposalContext,
  table: Table,
  key: ChildKey,
  id: string,
): Promise<readonly Stored<RowOf<Table>>[]> {
  const load = async (ids: readonly string[]) => {
    const { reads } = await context.reads();
    const rows = await reads.children(table, key, ids, key === 'id' ? context.viewer : null);
    const keyOf = (row: Stored<RowOf<Table>>): string => row[key as keyof typeof row] as string;
    const groups = Map.groupBy(rows, keyOf);
    return ids.map((one) => groups.get(one) ?? []);
  };
  return context.loader<string, readonly Stored<RowOf<Table>>[]>(`${table} by ${key}`, load).load(id);
}

/** One row of a case that the viewer may read, as its type; null for any other. */
const finder =
  <Table extends ChildTable, Type>(
    table: Table,
    Shown: new (tenant: number, row: Stored<RowOf<Table>>) => Type,
  ) =>
  async (context: ProposalContext, id: string): Promise<Type | null> => {
    const [row] = await childRows(context, table, 'id', id);
    return row ? new Shown(context.viewer.tenant, row) : null;
  };

/** All rows with a key, as their type. */
const lister =
  <Table extends ChildTable, Type>(
    table: Table,
    Shown: new (tenant: number, row: Stored<RowOf<Table>>) => Type,
  ) =>
  async (context: ProposalContext, key: ChildKey, id: string): Promise<Type[]> =>
    (await childRows(context, table, key, id)).map((row) => new Shown(context.viewer.tenant, row));

export const findAssignment = finder('assignment', Assignment);
export const findReply = finder('reply', Reply);
export const findContact = finder('contact', Contact);
export const findEntry = finder('tracking_entry', TrackingEntry);

export const listAssignments = lister('assignment', Assignment);
export const listReplies = lister('reply', Reply);
export const listContacts = lister('contact', Contact);
export const listFeedback = lister('feedback', Feedback);
export const listEntries = lister('tracking_entry', TrackingEntry);

export const resolveAssignment: ResolveReference<ProposalDeps> = (reference, context) => {
  const { tenant, id } = readId('assignment', reference.id);
  return tenant === context.viewer.tenant ? findAssignment(context, id) : null;
};
