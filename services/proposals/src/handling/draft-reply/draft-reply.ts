import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DraftReply = CommandPayloads['reply.draft'];

/** 拟稿: what the unit means to answer, for co-units to sign and the office to read. */
export const draftReply = caseCommand<DraftReply, 'reply.draft'>({
  action: 'reply:draft',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, body, claimedClass }) => ({
    kind: 'reply.draft',
    assignmentId,
    body,
    claimedClass,
  }),
});
