import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type SetPlan = CommandPayloads['plan.set'];

/** 办理计划: who, how, by when, with what effect. */
export const setPlan = caseCommand<SetPlan, 'plan.set'>({
  action: 'plan:set',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, planKind, fields, milestones }) => ({
    kind: 'plan.set',
    assignmentId,
    planKind,
    fields,
    milestones,
  }),
});
