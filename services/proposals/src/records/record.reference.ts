import type { ProposalContext } from '../proposal.context.js';
import { WorkRecord } from './work-record.type.js';

type Key = 'id' | 'proposal_id' | 'assignment_id';

/** Records by case, assignment or id, of those the viewer may see: one statement for all of a list. */
export async function listRecordsOf(context: ProposalContext, key: Key, id: string): Promise<WorkRecord[]> {
  const load = async (ids: readonly string[]) => {
    const { lists } = await context.reads();
    const rows = await lists.recordsBy(context.viewer, key, ids);
    const groups = Map.groupBy(rows, (row) => row[key] ?? '');
    return ids.map((one) => (groups.get(one) ?? []).map((row) => new WorkRecord(context.viewer.tenant, row)));
  };
  return context.loader<string, WorkRecord[]>(`records by ${key}`, load).load(id);
}

export async function findRecord(context: ProposalContext, id: string): Promise<WorkRecord | null> {
  const [found] = await listRecordsOf(context, 'id', id);
  return found ?? null;
}
