import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RollOverEntryInput } from './roll-over-entry.input.js';
import { rollOverEntry } from './roll-over-entry.js';

const RollOverEntryResult = resultOf('RollOverEntry', '结转', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class RollOverEntryMutation {
  @Mutation(() => RollOverEntryResult.Result, { description: '结转: carries a promise to the next year' })
  async rollOverEntry(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RollOverEntryInput, { description: '内容: what is asked for' })
    input: RollOverEntryInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      toYear: input.toYear,
    };
    const outcome = await perform(context, rollOverEntry, input, payload);
    return answer(RollOverEntryResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
