import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RECORD_SHOWN, showRecord } from '../show-record.mutation.js';
import { SignRecordInput } from './sign-record.input.js';
import { signRecord } from './sign-record.js';

const SignRecordResult = resultOf('SignRecord', '签名', RECORD_SHOWN);

@Resolver()
export class SignRecordMutation {
  @Mutation(() => SignRecordResult.Result, {
    description: '签名: signs a work record in one of its places',
  })
  async signRecord(
    @Ctx() context: ProposalContext,
    @Arg('input', () => SignRecordInput, { description: '内容: what is asked for' }) input: SignRecordInput,
  ): Promise<object> {
    const payload = {
      recordId: ownId(context, 'record', input.recordId, 'recordId'),
      ...(input.signer == null ? {} : { signer: input.signer }),
      name: input.name ?? null,
    };
    const outcome = await perform(context, signRecord, input, payload);
    return answer(SignRecordResult, outcome, (done) => showRecord(context, done));
  }
}
