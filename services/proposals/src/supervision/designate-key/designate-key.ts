import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DesignateKey = CommandPayloads['proposal.designate_key'] & { readonly proposalId: string };

/** 列为重点件: a case may have several tiers; the latest is shown. */
export const designateKey = caseCommand<DesignateKey, 'proposal.designate_key'>({
  action: 'proposal:designate-key',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ tier, decidedBy, reason }) => ({ kind: 'proposal.designate_key', tier, decidedBy, reason }),
});
