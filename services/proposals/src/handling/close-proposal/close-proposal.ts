import { caseCommand } from '../../case-command/case-command.js';

export type CloseProposal = { readonly proposalId: string };

/** 办结: handling ends; promises not yet kept stay on the register. */
export const closeProposal = caseCommand<CloseProposal, 'proposal.close'>({
  action: 'proposal:close',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: () => ({ kind: 'proposal.close' }),
});
