import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type ConfirmClass = CommandPayloads['class.confirm'];

/** 确认结果类别: somebody other than the unit says what was reached; what is not solved goes on the tracking register. */
export const confirmClass = caseCommand<ConfirmClass, 'class.confirm'>({
  action: 'class:confirm',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, class: local, reason }) => ({
    kind: 'class.confirm',
    assignmentId,
    class: local,
    reason,
  }),
});
