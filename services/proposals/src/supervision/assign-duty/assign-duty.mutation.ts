import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AssignDutyInput } from './assign-duty.input.js';
import { assignDuty } from './assign-duty.js';

const AssignDutyResult = resultOf('AssignDuty', '确定督办', { proposal: SHOWN.proposal });

@Resolver()
export class AssignDutyMutation {
  @Mutation(() => AssignDutyResult.Result, {
    description: '确定督办: a person or an organ supervises, leads or owns the case',
  })
  async assignDuty(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AssignDutyInput, { description: '内容: what is asked for' }) input: AssignDutyInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      duty: input.duty,
      tier: input.tier ?? null,
      mandateId: ownIdOf(context, 'mandate', input.mandateId, 'mandateId') ?? null,
      personId: ownIdOf(context, 'person', input.personId, 'personId') ?? null,
      ...(input.name == null ? {} : { name: input.name }),
      ...(input.organ == null ? {} : { organ: input.organ }),
    };
    const outcome = await perform(context, assignDuty, input, payload);
    return answer(AssignDutyResult, outcome, (done) => showCase(context, done));
  }
}
