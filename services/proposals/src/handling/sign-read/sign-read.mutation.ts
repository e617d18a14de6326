import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { SignReadInput } from './sign-read.input.js';
import { signRead } from './sign-read.js';

const SignReadResult = resultOf('SignRead', '阅签', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class SignReadMutation {
  @Mutation(() => SignReadResult.Result, {
    description: '阅签: the head of the unit has read it and signs',
  })
  async signRead(
    @Ctx() context: ProposalContext,
    @Arg('input', () => SignReadInput, { description: '内容: what is asked for' })
    input: SignReadInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      note: input.note,
    };
    const outcome = await perform(context, signRead, input, payload);
    return answer(SignReadResult, outcome, (done) => showAssignment(context, done, payload.assignmentId));
  }
}
