import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RequestReturn = CommandPayloads['return.request'];

/** 申请退办: only within the window, with a reason; the office arbitrates. */
export const requestReturn = caseCommand<RequestReturn, 'return.request'>({
  action: 'return:request',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, reason, proposedUnitId }) => ({
    kind: 'return.request',
    assignmentId,
    reason,
    proposedUnitId,
  }),
});
