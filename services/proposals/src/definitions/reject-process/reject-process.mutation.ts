import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RejectProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { rejectProcess } from './reject-process.js';

const RejectProcessResult = draftResultOf('RejectProcess', '退回程序草案');

@Resolver()
export class RejectProcessMutation {
  @Mutation(() => RejectProcessResult.Result, {
    description: '退回程序草案: does not approve it, with the reason',
  })
  async rejectProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RejectProcessInput, { description: '内容: what is asked for' })
    input: RejectProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...payload } = input;
    const draftId = ownId(context, 'draft', input.draftId, 'draftId');
    const wanted = { ...payload, draftId };
    return performOnDraft(context, RejectProcessResult, rejectProcess, wanted, idempotencyKey);
  }
}
