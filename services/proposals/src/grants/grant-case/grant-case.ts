import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type GrantCase = CommandPayloads['grant.give'] & { readonly proposalId: string };

/** 授权其他地方: one case, one locality, what it may see and give, until when. */
export const grantCase = caseCommand<GrantCase, 'grant.give'>({
  action: 'grant:give',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ grantKind, form, granteeId, sees, until, reason }) => ({
    kind: 'grant.give',
    ...{ grantKind, granteeId, sees, until, reason },
    ...(form === undefined ? {} : { form }),
  }),
});
