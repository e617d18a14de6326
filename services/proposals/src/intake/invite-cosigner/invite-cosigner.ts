import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type InviteCosigner = CommandPayloads['cosigner.invite'] & { readonly proposalId: string };

/** 邀请联名: the lead proposer asks somebody to sign; the clock for the answer starts. */
export const inviteCosigner = caseCommand<InviteCosigner, 'cosigner.invite'>({
  action: 'cosigner:invite',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ mandateId }) => ({ kind: 'cosigner.invite', mandateId }),
});
