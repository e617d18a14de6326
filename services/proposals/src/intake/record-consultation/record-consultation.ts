import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RecordConsultation = CommandPayloads['consultation.record'] & { readonly proposalId: string };

/** 提交前沟通: a unit of the own level or of a level above was asked about the draft, and what it said. */
export const recordConsultation = caseCommand<RecordConsultation, 'consultation.record'>({
  action: 'consultation:record',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ level, unitId, organisation, channel, outcome, summary }) => ({
    kind: 'consultation.record',
    ...{ level, unitId, organisation, channel, outcome, summary },
  }),
});
