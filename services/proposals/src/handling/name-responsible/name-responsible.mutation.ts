import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { fieldValues } from '../../graph/field-value.input.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { NameResponsibleInput } from './name-responsible.input.js';
import { nameResponsible } from './name-responsible.js';

const NameResponsibleResult = resultOf('NameResponsible', '明确责任人', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class NameResponsibleMutation {
  @Mutation(() => NameResponsibleResult.Result, {
    description: '明确责任人: the unit says who is responsible for it, by which standard and when',
  })
  async nameResponsible(
    @Ctx() context: ProposalContext,
    @Arg('input', () => NameResponsibleInput, { description: '内容: what is asked for' })
    input: NameResponsibleInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      fields: fieldValues(context, input.fields),
    };
    const outcome = await perform(context, nameResponsible, input, payload);
    return answer(NameResponsibleResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
