import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type AllocateUnits = CommandPayloads['units.allocate'] & { readonly proposalId: string };

/** 确定承办单位: replaces an earlier allocation as long as the case is not handed over. */
export const allocateUnits = caseCommand<AllocateUnits, 'units.allocate'>({
  action: 'units:allocate',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ assignments, mode }) => ({ kind: 'units.allocate', assignments, mode }),
});
