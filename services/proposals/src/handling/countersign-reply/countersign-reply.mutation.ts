import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CountersignReplyInput } from './countersign-reply.input.js';
import { countersignReply } from './countersign-reply.js';

const CountersignReplyResult = resultOf('CountersignReply', '会签', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class CountersignReplyMutation {
  @Mutation(() => CountersignReplyResult.Result, {
    description: '会签: a co-unit agrees to the lead unit’s draft, or says what it objects to',
  })
  async countersignReply(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CountersignReplyInput, { description: '内容: what is asked for' })
    input: CountersignReplyInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      agreed: input.agreed,
      text: input.text ?? undefined,
    };
    const outcome = await perform(context, countersignReply, input, payload);
    return answer(CountersignReplyResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
