import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AcknowledgeAssignmentInput } from './acknowledge-assignment.input.js';
import { acknowledgeAssignment } from './acknowledge-assignment.js';

const AcknowledgeAssignmentResult = resultOf('AcknowledgeAssignment', '签收', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class AcknowledgeAssignmentMutation {
  @Mutation(() => AcknowledgeAssignmentResult.Result, {
    description: '签收: the unit takes the assignment on',
  })
  async acknowledgeAssignment(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AcknowledgeAssignmentInput, { description: '内容: what is asked for' })
    input: AcknowledgeAssignmentInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      note: input.note ?? undefined,
      opinion: input.opinion,
    };
    const outcome = await perform(context, acknowledgeAssignment, input, payload);
    return answer(AcknowledgeAssignmentResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
