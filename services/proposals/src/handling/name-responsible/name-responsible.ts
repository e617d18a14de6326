import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type NameResponsible = CommandPayloads['responsible.name'];

/** 四级责任、五定: who is responsible in the unit. */
export const nameResponsible = caseCommand<NameResponsible, 'responsible.name'>({
  action: 'responsible:name',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, fields }) => ({ kind: 'responsible.name', assignmentId, fields }),
});
