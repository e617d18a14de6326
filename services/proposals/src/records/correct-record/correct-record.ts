import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';
import { recordCommand } from '../record-command/record-command.js';
import { correctRecord as decideCorrection, mayCorrectRecord } from '../record-rules.js';

export type CorrectRecord = CommandPayloads['record.correct'];

const correctOnCase = caseCommand<CorrectRecord, 'record.correct'>({
  action: 'record:correct',
  notFound: 'RECORD_NOT_FOUND',
  find: (cases, { recordId }) => cases.findByRecord(recordId),
  command: ({ recordId, values, reason }) => ({ kind: 'record.correct', recordId, values, reason }),
});

/** 更正工作记录: what it said before stays readable; whoever had signed signs again. */
export const correctRecord = recordCommand<CorrectRecord>({
  action: 'record:correct',
  onCase: correctOnCase,
  decide(scene, { record }, input) {
    const refusal = mayCorrectRecord(scene, record);
    if (refusal) return refusal;
    const corrected = decideCorrection(scene, record, input);
    return corrected.accepted
      ? { accepted: true, value: { type: 'record.corrected', payload: corrected.value } }
      : corrected;
  },
});
