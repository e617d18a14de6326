import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type CountersignReply = CommandPayloads['reply.countersign'];

/** 会签: a co-unit agrees to the lead unit's draft, or says what it objects to. */
export const countersignReply = caseCommand<CountersignReply, 'reply.countersign'>({
  action: 'reply:countersign',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, agreed, text }) => ({ kind: 'reply.countersign', assignmentId, agreed, text }),
});
