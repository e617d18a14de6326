import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DecideExtension = CommandPayloads['extension.decide'];

/** 审批延期: on approval the due date moves and keeps its explanation. */
export const decideExtension = caseCommand<DecideExtension, 'extension.decide'>({
  action: 'extension:decide',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, decision, reason }) => ({
    kind: 'extension.decide',
    assignmentId,
    decision,
    reason,
  }),
});
