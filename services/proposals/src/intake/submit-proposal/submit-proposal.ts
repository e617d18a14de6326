import { caseCommand } from '../../case-command/case-command.js';

export type SubmitProposal = { readonly proposalId: string };

/** 提交建议提案: the text is frozen; unanswered invitations lapse. */
export const submitProposal = caseCommand<SubmitProposal, 'proposal.submit'>({
  action: 'proposal:submit',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: () => ({ kind: 'proposal.submit' }),
});
