import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ConfirmDoneInput } from './confirm-done.input.js';
import { confirmDone } from './confirm-done.js';

const ConfirmDoneResult = resultOf('ConfirmDone', '核实落实', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class ConfirmDoneMutation {
  @Mutation(() => ConfirmDoneResult.Result, { description: '核实落实: confirms that the promise is kept' })
  async confirmDone(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ConfirmDoneInput, { description: '内容: what is asked for' }) input: ConfirmDoneInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      note: input.note ?? undefined,
    };
    const outcome = await perform(context, confirmDone, input, payload);
    return answer(ConfirmDoneResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
