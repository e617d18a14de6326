import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { DraftProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { draftProcess } from './draft-process.js';

const DraftProcessResult = draftResultOf('DraftProcess', '拟程序草案');

@Resolver()
export class DraftProcessMutation {
  @Mutation(() => DraftProcessResult.Result, {
    description: '拟程序草案: writes a change of the locality’s own process; nothing is in force yet',
  })
  async draftProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DraftProcessInput, { description: '内容: what is asked for' })
    input: DraftProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...wanted } = input;
    return performOnDraft(context, DraftProcessResult, draftProcess, wanted, idempotencyKey);
  }
}
