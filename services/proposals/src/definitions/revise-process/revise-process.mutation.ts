import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ReviseProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { reviseProcess } from './revise-process.js';

const ReviseProcessResult = draftResultOf('ReviseProcess', '修改程序草案');

@Resolver()
export class ReviseProcessMutation {
  @Mutation(() => ReviseProcessResult.Result, {
    description: '修改程序草案: another text for a draft; it has to be checked again',
  })
  async reviseProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ReviseProcessInput, { description: '内容: what is asked for' })
    input: ReviseProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...payload } = input;
    const draftId = ownId(context, 'draft', input.draftId, 'draftId');
    const wanted = { ...payload, draftId };
    return performOnDraft(context, ReviseProcessResult, reviseProcess, wanted, idempotencyKey);
  }
}
