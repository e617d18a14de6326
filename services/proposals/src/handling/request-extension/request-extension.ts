import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RequestExtension = CommandPayloads['extension.request'];

/** 申请延期: a due date moves only by an approved extension. */
export const requestExtension = caseCommand<RequestExtension, 'extension.request'>({
  action: 'extension:request',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, amount, unit, reason }) => ({
    kind: 'extension.request',
    assignmentId,
    amount,
    unit,
    reason,
  }),
});
