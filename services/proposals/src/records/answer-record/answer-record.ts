import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';
import { recordCommand } from '../record-command/record-command.js';
import { answerRecord as decideAnswer, mayAnswerRecord } from '../record-rules.js';

export type AnswerRecord = CommandPayloads['record.answer'];

const answerOnCase = caseCommand<AnswerRecord, 'record.answer'>({
  action: 'record:answer',
  notFound: 'RECORD_NOT_FOUND',
  find: (cases, { recordId }) => cases.findByRecord(recordId),
  command: ({ recordId, text, evidence = [] }) => ({ kind: 'record.answer', recordId, text, evidence }),
});

/** 答复工作记录: a prompt, an inquiry, an opinion; late answers are taken and marked. */
export const answerRecord = recordCommand<AnswerRecord>({
  action: 'record:answer',
  onCase: answerOnCase,
  decide(scene, { record }, input) {
    const refusal = mayAnswerRecord(scene, record);
    if (refusal) return refusal;
    const answered = decideAnswer(scene, record, input);
    return answered.accepted
      ? { accepted: true, value: { type: 'record.answered', payload: answered.value } }
      : answered;
  },
});
