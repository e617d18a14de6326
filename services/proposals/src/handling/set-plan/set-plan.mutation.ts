import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { fieldValues } from '../../graph/field-value.input.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { SetPlanInput } from './set-plan.input.js';
import { setPlan } from './set-plan.js';

const SetPlanResult = resultOf('SetPlan', '制定办理计划', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class SetPlanMutation {
  @Mutation(() => SetPlanResult.Result, {
    description: '制定办理计划: how the unit goes about it; replaces an earlier plan',
  })
  async setPlan(
    @Ctx() context: ProposalContext,
    @Arg('input', () => SetPlanInput, { description: '内容: what is asked for' })
    input: SetPlanInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      planKind: input.kind,
      fields: fieldValues(context, input.fields),
      milestones: input.milestones ?? undefined,
    };
    const outcome = await perform(context, setPlan, input, payload);
    return answer(SetPlanResult, outcome, (done) => showAssignment(context, done, payload.assignmentId));
  }
}
