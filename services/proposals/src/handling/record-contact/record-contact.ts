import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RecordContact = CommandPayloads['contact.record'];

/** 记录沟通: who met whom, how, in which role; `occurredAt` is when it took place. */
export const recordContact = caseCommand<RecordContact, 'contact.record'>({
  action: 'contact:record',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: (contact) => ({ kind: 'contact.record', ...contact }),
});
