import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type FileForRecord = CommandPayloads['assignment.file'];

/** 备案: filed for record, to be looked at again. */
export const fileForRecord = caseCommand<FileForRecord, 'assignment.file'>({
  action: 'assignment:file',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, reason }) => ({ kind: 'assignment.file', assignmentId, reason }),
});
