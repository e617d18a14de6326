import { type ResolveReference, readId } from '@duban/kernel/graphql';
import type { ProposalContext } from '../proposal.context.js';
import type { ProposalDeps } from '../proposal.deps.js';
import { Proposal } from './proposal.type.js';

/** A case the viewer may read; null for any other, which is the same as none. */
export function findProposal(context: ProposalContext, id: string): Promise<Proposal | null> {
  return context.loader<string, Proposal | null>('proposal', (ids) => load(context, ids, true)).load(id);
}

/** A case that something the viewer was shown belongs to, or that they have just acted on. */
export function findProposalBehind(context: ProposalContext, id: string): Promise<Proposal | null> {
  return context
    .loader<string, Proposal | null>('proposal behind', (ids) => load(context, ids, false))
    .load(id);
}

async function load(context: ProposalContext, ids: readonly string[], checked: boolean) {
  const { reads } = await context.reads();
  const rows = await reads.proposals(ids, checked ? context.viewer : null);
  const found = new Map(rows.map((row) => [row.id, new Proposal(context.viewer.tenant, row)]));
  return ids.map((id) => found.get(id) ?? null);
}

export const resolveProposal: ResolveReference<ProposalDeps> = (reference, context) => {
  const { tenant, id } = readId('proposal', reference.id);
  return tenant === context.viewer.tenant ? findProposal(context, id) : null;
};
