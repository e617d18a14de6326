import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { MergeProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { mergeProcess } from './merge-process.js';

const MergeProcessResult = draftResultOf('MergeProcess', '合并程序更新');

@Resolver()
export class MergeProcessMutation {
  @Mutation(() => MergeProcessResult.Result, {
    description: '合并程序更新: takes chosen changes of a level above into a draft; what is not taken stays',
  })
  async mergeProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => MergeProcessInput, { description: '内容: what is asked for' })
    input: MergeProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...wanted } = input;
    return performOnDraft(context, MergeProcessResult, mergeProcess, wanted, idempotencyKey);
  }
}
