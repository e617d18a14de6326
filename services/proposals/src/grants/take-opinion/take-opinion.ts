import { caseCommand } from '../../case-command/case-command.js';

export type TakeOpinion = { readonly proposalId: string; readonly opinionId: string };

/** 采纳下级审查意见: what a lower locality's office gave becomes the decision of the stage that is its to review. */
export const takeOpinion = caseCommand<TakeOpinion, 'opinion.take'>({
  action: 'opinion:take',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ opinionId }) => ({ kind: 'opinion.take', opinionId }),
});
