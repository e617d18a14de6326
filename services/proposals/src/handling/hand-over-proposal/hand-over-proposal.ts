import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type HandOverProposal = CommandPayloads['proposal.hand_over'] & { readonly proposalId: string };

/** 交办: from here on the case keeps the process it was handed over under. */
export const handOverProposal = caseCommand<HandOverProposal, 'proposal.hand_over'>({
  action: 'proposal:hand-over',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ hard, noticeNumber, fields }) => ({ kind: 'proposal.hand_over', hard, noticeNumber, fields }),
});
