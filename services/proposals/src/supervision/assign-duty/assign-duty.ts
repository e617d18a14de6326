import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type AssignDuty = CommandPayloads['duty.assign'] & { readonly proposalId: string };

/** 确定督办: a person or an organ leads, supervises, coordinates or owns the case. */
export const assignDuty = caseCommand<AssignDuty, 'duty.assign'>({
  action: 'duty:assign',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ proposalId: _, ...given }) => ({ kind: 'duty.assign', ...given }),
});
