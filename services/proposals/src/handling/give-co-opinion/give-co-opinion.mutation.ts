import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { GiveCoOpinionInput } from './give-co-opinion.input.js';
import { giveCoOpinion } from './give-co-opinion.js';

const GiveCoOpinionResult = resultOf('GiveCoOpinion', '提出协办意见', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class GiveCoOpinionMutation {
  @Mutation(() => GiveCoOpinionResult.Result, {
    description: '提出协办意见: the co-unit tells the lead unit its opinion',
  })
  async giveCoOpinion(
    @Ctx() context: ProposalContext,
    @Arg('input', () => GiveCoOpinionInput, { description: '内容: what is asked for' })
    input: GiveCoOpinionInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      text: input.text,
      documentNumber: input.documentNumber ?? undefined,
      agreed: input.agreed,
    };
    const outcome = await perform(context, giveCoOpinion, input, payload);
    return answer(GiveCoOpinionResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
