import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type CompleteMilestone = CommandPayloads['milestone.complete'];

/** 完成节点: one step of the plan is done. */
export const completeMilestone = caseCommand<CompleteMilestone, 'milestone.complete'>({
  action: 'plan:set',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, milestoneId, note, evidence }) => ({
    kind: 'milestone.complete',
    assignmentId,
    milestoneId,
    note,
    evidence,
  }),
});
