import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type WithdrawProposal = CommandPayloads['proposal.withdraw'] & { readonly proposalId: string };

/** 撤回建议提案: the author takes the case back; what is under way ends. */
export const withdrawProposal = caseCommand<WithdrawProposal, 'proposal.withdraw'>({
  action: 'proposal:withdraw',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ letter, reason }) => ({ kind: 'proposal.withdraw', letter, reason }),
});
