import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showFeedback } from '../../case-command/case-command.mutation.js';
import type { ProposalContext } from '../../proposal.context.js';
import { readForm } from '../give-feedback/give-feedback.mutation.js';
import { CorrectFeedbackInput } from './correct-feedback.input.js';
import { correctFeedback } from './correct-feedback.js';

const CorrectFeedbackResult = resultOf('CorrectFeedback', '更正评价', {
  proposal: SHOWN.proposal,
  feedback: SHOWN.feedback,
});

@Resolver()
export class CorrectFeedbackMutation {
  @Mutation(() => CorrectFeedbackResult.Result, {
    description: '更正评价: another form takes the place of one given by mistake, with the reason; both stay',
  })
  async correctFeedback(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CorrectFeedbackInput, { description: '内容: what is asked for' })
    input: CorrectFeedbackInput,
  ): Promise<object> {
    const payload = { ...readForm(context, input), reason: input.reason };
    const outcome = await perform(context, correctFeedback, input, payload);
    return answer(CorrectFeedbackResult, outcome, (done) => showFeedback(context, done, payload.replyId));
  }
}
