import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type ReviewReply = CommandPayloads['reply.review'];

/** 审核答复稿: the office passes a draft, or sends it back with what is wrong. */
export const reviewReply = caseCommand<ReviewReply, 'reply.review'>({
  action: 'reply:review',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, verdict, faults, reason }) => ({
    kind: 'reply.review',
    assignmentId,
    verdict,
    faults,
    reason,
  }),
});
