import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CheckProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { checkProcess } from './check-process.js';

const CheckProcessResult = draftResultOf('CheckProcess', '检查程序草案');

@Resolver()
export class CheckProcessMutation {
  @Mutation(() => CheckProcessResult.Result, {
    description: '检查程序草案: the checks of the whole and the proof; without a problem it may be approved',
  })
  async checkProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CheckProcessInput, { description: '内容: what is asked for' })
    input: CheckProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...payload } = input;
    const draftId = ownId(context, 'draft', input.draftId, 'draftId');
    const wanted = { ...payload, draftId };
    return performOnDraft(context, CheckProcessResult, checkProcess, wanted, idempotencyKey);
  }
}
