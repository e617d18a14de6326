import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DecideReturn = CommandPayloads['return.decide'];

/** 裁定退办: on approval the assignment moves to another unit with clocks of its own. */
export const decideReturn = caseCommand<DecideReturn, 'return.decide'>({
  action: 'return:decide',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, decision, reason, unitId }) => ({
    kind: 'return.decide',
    assignmentId,
    decision,
    reason,
    unitId,
  }),
});
