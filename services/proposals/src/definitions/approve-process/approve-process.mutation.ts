import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ApproveProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { approveProcess } from './approve-process.js';

const ApproveProcessResult = draftResultOf('ApproveProcess', '批准程序草案');

@Resolver()
export class ApproveProcessMutation {
  @Mutation(() => ApproveProcessResult.Result, {
    description: '批准程序草案: another person publishes a checked draft from a date on',
  })
  async approveProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ApproveProcessInput, { description: '内容: what is asked for' })
    input: ApproveProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...payload } = input;
    const draftId = ownId(context, 'draft', input.draftId, 'draftId');
    const wanted = { ...payload, draftId };
    return performOnDraft(context, ApproveProcessResult, approveProcess, wanted, idempotencyKey);
  }
}
