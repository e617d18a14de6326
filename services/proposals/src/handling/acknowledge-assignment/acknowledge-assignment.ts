import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type AcknowledgeAssignment = CommandPayloads['assignment.acknowledge'];

/** 签收: the unit says that it has got it. */
export const acknowledgeAssignment = caseCommand<AcknowledgeAssignment, 'assignment.acknowledge'>({
  action: 'assignment:acknowledge',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, note, opinion }) => ({
    kind: 'assignment.acknowledge',
    assignmentId,
    note,
    opinion,
  }),
});
