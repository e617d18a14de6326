import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type ReportProgress = CommandPayloads['progress.report'];

/** 通报进度: what the proposers are told on the way. */
export const reportProgress = caseCommand<ReportProgress, 'progress.report'>({
  action: 'progress:report',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, text }) => ({ kind: 'progress.report', assignmentId, text }),
});
