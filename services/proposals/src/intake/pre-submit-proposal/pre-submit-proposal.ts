import { caseCommand } from '../../case-command/case-command.js';

export type PreSubmitProposal = { readonly proposalId: string };

/** 预交: the draft goes to its pre-review (预审), which adopts it, asks for changes or gives it back. */
export const preSubmitProposal = caseCommand<PreSubmitProposal, 'proposal.pre_submit'>({
  action: 'proposal:pre-submit',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: () => ({ kind: 'proposal.pre_submit' }),
});
