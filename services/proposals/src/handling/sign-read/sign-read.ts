import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type SignRead = CommandPayloads['assignment.sign_read'];

/** 阅签: the head of the unit has read it. */
export const signRead = caseCommand<SignRead, 'assignment.sign_read'>({
  action: 'assignment:sign-read',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, note }) => ({ kind: 'assignment.sign_read', assignmentId, note }),
});
