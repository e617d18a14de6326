import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { TakeOpinionInput } from './take-opinion.input.js';
import { takeOpinion } from './take-opinion.js';

const TakeOpinionResult = resultOf('TakeOpinion', '采纳下级审查意见', { proposal: SHOWN.proposal });

@Resolver()
export class TakeOpinionMutation {
  @Mutation(() => TakeOpinionResult.Result, {
    description: '采纳下级审查意见: makes the opinion of a lower locality the decision of its stage',
  })
  async takeOpinion(
    @Ctx() context: ProposalContext,
    @Arg('input', () => TakeOpinionInput, { description: '内容: what is asked for' })
    input: TakeOpinionInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      opinionId: ownId(context, 'opinion', input.opinionId, 'opinionId'),
    };
    const outcome = await perform(context, takeOpinion, input, payload);
    return answer(TakeOpinionResult, outcome, (done) => showCase(context, done));
  }
}
