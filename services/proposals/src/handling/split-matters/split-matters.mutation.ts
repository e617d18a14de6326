import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { SplitMattersInput } from './split-matters.input.js';
import { splitMatters } from './split-matters.js';

const SplitMattersResult = resultOf('SplitMatters', '分解事项', { proposal: SHOWN.proposal });

@Resolver()
export class SplitMattersMutation {
  @Mutation(() => SplitMattersResult.Result, {
    description:
      '分解事项: says which matters the case has, and which of its units answers for each; replaces what was said before',
  })
  async splitMatters(
    @Ctx() context: ProposalContext,
    @Arg('input', () => SplitMattersInput, { description: '内容: what is asked for' })
    input: SplitMattersInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      matters: input.matters.map(({ text, unitIds }) => ({
        text,
        unitIds: unitIds.map((unitId) => ownId(context, 'unit', unitId, 'unitIds')),
      })),
    };
    const outcome = await perform(context, splitMatters, input, payload);
    return answer(SplitMattersResult, outcome, (done) => showCase(context, done));
  }
}
