import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DowngradeEntryInput } from './downgrade-entry.input.js';
import { downgradeEntry } from './downgrade-entry.js';

const DowngradeEntryResult = resultOf('DowngradeEntry', '降类', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class DowngradeEntryMutation {
  @Mutation(() => DowngradeEntryResult.Result, {
    description: '降类: says that a promise is no longer feasible',
  })
  async downgradeEntry(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DowngradeEntryInput, { description: '内容: what is asked for' })
    input: DowngradeEntryInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      class: input.class,
      reason: input.reason,
    };
    const outcome = await perform(context, downgradeEntry, input, payload);
    return answer(DowngradeEntryResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
