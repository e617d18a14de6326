import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { evidenceOf } from '../record.input.js';
import { RECORD_SHOWN, showRecord } from '../show-record.mutation.js';
import { AnswerRecordInput } from './answer-record.input.js';
import { answerRecord } from './answer-record.js';

const AnswerRecordResult = resultOf('AnswerRecord', '答复工作记录', RECORD_SHOWN);

@Resolver()
export class AnswerRecordMutation {
  @Mutation(() => AnswerRecordResult.Result, {
    description: '答复工作记录: answers a prompt, an inquiry or an opinion',
  })
  async answerRecord(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AnswerRecordInput, { description: '内容: what is asked for' })
    input: AnswerRecordInput,
  ): Promise<object> {
    const payload = {
      recordId: ownId(context, 'record', input.recordId, 'recordId'),
      text: input.text,
      evidence: evidenceOf(input.evidence),
    };
    const outcome = await perform(context, answerRecord, input, payload);
    return answer(AnswerRecordResult, outcome, (done) => showRecord(context, done));
  }
}
