import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { PlanEntryInput } from './plan-entry.input.js';
import { planEntry } from './plan-entry.js';

const PlanEntryResult = resultOf('PlanEntry', '制定推进计划', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class PlanEntryMutation {
  @Mutation(() => PlanEntryResult.Result, {
    description: '制定推进计划: who sees to a promise, and by when what is done',
  })
  async planEntry(
    @Ctx() context: ProposalContext,
    @Arg('input', () => PlanEntryInput, { description: '内容: what is asked for' })
    input: PlanEntryInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      responsible: input.responsible,
      milestones: input.milestones.map(({ title, dueOn }) => ({ title, dueOn })),
    };
    const outcome = await perform(context, planEntry, input, payload);
    return answer(PlanEntryResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
