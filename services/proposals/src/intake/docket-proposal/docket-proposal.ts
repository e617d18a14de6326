import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DocketProposal = CommandPayloads['proposal.docket'] & { readonly proposalId: string };

/** 立案编号: numbers follow each other without gaps; the series stays locked until the transaction ends. */
export const docketProposal = caseCommand<DocketProposal, 'proposal.docket'>({
  action: 'proposal:docket',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ category, year, term, session }) => ({
    kind: 'proposal.docket',
    category,
    year,
    term,
    session,
  }),
});
