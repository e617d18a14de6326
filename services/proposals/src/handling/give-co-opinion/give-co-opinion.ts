import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type GiveCoOpinion = CommandPayloads['co_opinion.give'];

/** 提出协办意见: a co-unit does not reply; it tells the lead unit. */
export const giveCoOpinion = caseCommand<GiveCoOpinion, 'co_opinion.give'>({
  action: 'co-opinion:give',
  notFound: 'ASSIGNMENT_NOT_FOUND',
  find: (cases, { assignmentId }) => cases.findByAssignment(assignmentId),
  command: ({ assignmentId, text, documentNumber, agreed }) => ({
    kind: 'co_opinion.give',
    assignmentId,
    text,
    documentNumber,
    agreed,
  }),
});
