import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { valuesOf } from '../record.input.js';
import { RECORD_SHOWN, showRecord } from '../show-record.mutation.js';
import { CorrectRecordInput } from './correct-record.input.js';
import { correctRecord } from './correct-record.js';

const CorrectRecordResult = resultOf('CorrectRecord', '更正工作记录', RECORD_SHOWN);

@Resolver()
export class CorrectRecordMutation {
  @Mutation(() => CorrectRecordResult.Result, {
    description: '更正工作记录: all its fields anew; whoever had signed signs again',
  })
  async correctRecord(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CorrectRecordInput, { description: '内容: what is asked for' })
    input: CorrectRecordInput,
  ): Promise<object> {
    const payload = {
      recordId: ownId(context, 'record', input.recordId, 'recordId'),
      values: valuesOf(context, input.values),
      reason: input.reason,
    };
    const outcome = await perform(context, correctRecord, input, payload);
    return answer(CorrectRecordResult, outcome, (done) => showRecord(context, done));
  }
}
