import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type MarkAttention = CommandPayloads['proposal.mark_attention'] & { readonly proposalId: string };

/** 标注社会关注度高: says that many care about the case. */
export const markAttention = caseCommand<MarkAttention, 'proposal.mark_attention'>({
  action: 'proposal:mark-attention',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ reason }) => ({ kind: 'proposal.mark_attention', reason }),
});
