import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type ReviseDraft = CommandPayloads['proposal.revise'] & { readonly proposalId: string };

/** 修改草稿: the text changes until it is submitted, and again when a reviewer asks for it. */
export const reviseDraft = caseCommand<ReviseDraft, 'proposal.revise'>({
  action: 'proposal:revise',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ title, body, category, suggestedUnitIds, reason }) => ({
    kind: 'proposal.revise',
    title,
    body,
    category,
    suggestedUnitIds,
    reason,
  }),
});
