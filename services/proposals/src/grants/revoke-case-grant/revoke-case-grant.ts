import { caseCommand } from '../../case-command/case-command.js';

export type RevokeCaseGrant = {
  readonly proposalId: string;
  readonly grantId: string;
  readonly reason: string;
};

/** 收回授权: from this moment the other locality finds nothing any more. */
export const revokeCaseGrant = caseCommand<RevokeCaseGrant, 'grant.revoke'>({
  action: 'grant:give',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ grantId, reason }) => ({ kind: 'grant.revoke', grantId, reason }),
});
