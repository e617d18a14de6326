import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CrossTermInput } from './cross-term.input.js';
import { crossTerm } from './cross-term.js';

const CrossTermResult = resultOf('CrossTerm', '跨届续办', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class CrossTermMutation {
  @Mutation(() => CrossTermResult.Result, { description: '跨届续办: carries a promise into the next term' })
  async crossTerm(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CrossTermInput, { description: '内容: what is asked for' })
    input: CrossTermInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      toTerm: input.toTerm,
    };
    const outcome = await perform(context, crossTerm, input, payload);
    return answer(CrossTermResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
