import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RequireRehandling = CommandPayloads['round.require'];

/** 要求重新办理: an office finds the handling poor, whatever the rating says; another round opens. */
export const requireRehandling = caseCommand<RequireRehandling, 'round.require'>({
  action: 'round:require',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, trigger, note }) => ({ kind: 'round.require', assignmentId, trigger, note }),
});
