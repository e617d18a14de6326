import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { StrikeOffEntryInput } from './strike-off-entry.input.js';
import { strikeOffEntry } from './strike-off-entry.js';

const StrikeOffEntryResult = resultOf('StrikeOffEntry', '销号', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class StrikeOffEntryMutation {
  @Mutation(() => StrikeOffEntryResult.Result, {
    description: '销号: strikes a kept promise off the register',
  })
  async strikeOffEntry(
    @Ctx() context: ProposalContext,
    @Arg('input', () => StrikeOffEntryInput, { description: '内容: what is asked for' })
    input: StrikeOffEntryInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
    };
    const outcome = await perform(context, strikeOffEntry, input, payload);
    return answer(StrikeOffEntryResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
