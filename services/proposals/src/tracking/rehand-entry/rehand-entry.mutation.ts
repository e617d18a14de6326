import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RehandEntryInput } from './rehand-entry.input.js';
import { rehandEntry } from './rehand-entry.js';

const RehandEntryResult = resultOf('RehandEntry', '再次交办', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class RehandEntryMutation {
  @Mutation(() => RehandEntryResult.Result, {
    description: '再次交办: hands a promise over again in a later year',
  })
  async rehandEntry(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RehandEntryInput, { description: '内容: what is asked for' }) input: RehandEntryInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
    };
    const outcome = await perform(context, rehandEntry, input, payload);
    return answer(RehandEntryResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
