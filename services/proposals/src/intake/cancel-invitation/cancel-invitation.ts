import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type CancelInvitation = CommandPayloads['cosigner.cancel'] & { readonly proposalId: string };

/** 取消联名邀请: the lead proposer takes an invitation back. */
export const cancelInvitation = caseCommand<CancelInvitation, 'cosigner.cancel'>({
  action: 'cosigner:cancel',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ mandateId }) => ({ kind: 'cosigner.cancel', mandateId }),
});
