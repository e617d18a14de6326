import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AllocateUnitsInput } from './allocate-units.input.js';
import { allocateUnits } from './allocate-units.js';

const AllocateUnitsResult = resultOf('AllocateUnits', '确定承办单位', { proposal: SHOWN.proposal });

@Resolver()
export class AllocateUnitsMutation {
  @Mutation(() => AllocateUnitsResult.Result, {
    description: '确定承办单位: decides who handles it, in which role',
  })
  async allocateUnits(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AllocateUnitsInput, { description: '内容: what is asked for' })
    input: AllocateUnitsInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      assignments: input.assignments.map(({ unitId, role }) => ({
        unitId: ownId(context, 'unit', unitId, 'unitId'),
        role,
      })),
      mode: input.mode,
    };
    const outcome = await perform(context, allocateUnits, input, payload);
    return answer(AllocateUnitsResult, outcome, (done) => showCase(context, done));
  }
}
