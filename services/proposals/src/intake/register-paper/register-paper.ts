import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RegisterPaper = CommandPayloads['paper.register'] & { readonly proposalId: string };

/** 登记纸质原件: what the paper says, typed off it, to be compared with what was submitted on line. */
export const registerPaper = caseCommand<RegisterPaper, 'paper.register'>({
  action: 'paper:register',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ title, body, leadProposerId, cosignerIds, pages, reference }) => ({
    kind: 'paper.register',
    ...{ title, body, leadProposerId, cosignerIds, pages, reference },
  }),
});
