import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CompleteMilestoneInput } from './complete-milestone.input.js';
import { completeMilestone } from './complete-milestone.js';

const CompleteMilestoneResult = resultOf('CompleteMilestone', '完成节点', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class CompleteMilestoneMutation {
  @Mutation(() => CompleteMilestoneResult.Result, {
    description: '完成节点: a milestone of the plan is reached',
  })
  async completeMilestone(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CompleteMilestoneInput, { description: '内容: what is asked for' })
    input: CompleteMilestoneInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      milestoneId: ownId(context, 'milestone', input.milestoneId, 'milestoneId'),
      note: input.note,
      evidence: input.evidence?.map(({ title, reference = null }) => ({ title, reference })),
    };
    const outcome = await perform(context, completeMilestone, input, payload);
    return answer(CompleteMilestoneResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
