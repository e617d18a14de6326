import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AnswerCosigningInput } from './answer-cosigning.input.js';
import { answerCosigning } from './answer-cosigning.js';

const AnswerCosigningResult = resultOf('AnswerCosigning', '答复联名邀请', { proposal: SHOWN.proposal });

@Resolver()
export class AnswerCosigningMutation {
  @Mutation(() => AnswerCosigningResult.Result, { description: '答复联名邀请: signs or declines' })
  async answerCosigning(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AnswerCosigningInput, { description: '内容: what is asked for' })
    input: AnswerCosigningInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      answer: input.answer,
      mandateId: ownIdOf(context, 'mandate', input.mandateId, 'mandateId'),
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, answerCosigning, input, payload);
    return answer(AnswerCosigningResult, outcome, (done) => showCase(context, done));
  }
}
