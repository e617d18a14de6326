import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type AnswerAllocation = CommandPayloads['allocation.answer'] & { readonly proposalId: string };

/** 预交办: who is asked about the units answers. */
export const answerAllocation = caseCommand<AnswerAllocation, 'allocation.answer'>({
  action: 'allocation:answer',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ agrees, reason, proposedUnitId }) => ({
    kind: 'allocation.answer',
    agrees,
    reason,
    proposedUnitId,
  }),
});
