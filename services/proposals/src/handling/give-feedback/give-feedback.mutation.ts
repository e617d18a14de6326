import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showFeedback } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { GiveFeedbackInput } from './give-feedback.input.js';
import { giveFeedback } from './give-feedback.js';

export const readForm = (context: ProposalContext, input: GiveFeedbackInput) => ({
  replyId: ownId(context, 'reply', input.replyId, 'replyId'),
  respondent: ownIdOf(context, 'mandate', input.respondentId, 'respondentId'),
  ratings: input.ratings.map(({ axis, ownAxis, level, points, comment }) => ({
    ...{ axis, ownAxis, level, points, comment },
  })),
});

const GiveFeedbackResult = resultOf('GiveFeedback', '评价', {
  proposal: SHOWN.proposal,
  feedback: SHOWN.feedback,
});

@Resolver()
export class GiveFeedbackMutation {
  @Mutation(() => GiveFeedbackResult.Result, { description: '评价: rates a formal reply' })
  async giveFeedback(
    @Ctx() context: ProposalContext,
    @Arg('input', () => GiveFeedbackInput, { description: '内容: what is asked for' })
    input: GiveFeedbackInput,
  ): Promise<object> {
    const payload = readForm(context, input);
    const outcome = await perform(context, giveFeedback, input, payload);
    return answer(GiveFeedbackResult, outcome, (done) => showFeedback(context, done, payload.replyId));
  }
}
