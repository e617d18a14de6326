import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type SplitMatters = CommandPayloads['matters.split'] & { readonly proposalId: string };

/** 事项分解: which unit answers for which part of the case. */
export const splitMatters = caseCommand<SplitMatters, 'matters.split'>({
  action: 'units:allocate',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ matters }) => ({ kind: 'matters.split', matters }),
});
