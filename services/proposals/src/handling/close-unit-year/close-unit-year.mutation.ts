import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Unit } from '../../graph/foreign.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CloseUnitYearInput } from './close-unit-year.input.js';
import { closeUnitYear } from './close-unit-year.js';

const CloseUnitYearResult = resultOf('CloseUnitYear', '单位年度办结', {
  unit: { type: () => Unit, description: '承办单位: the unit, with its `closedYear`' },
});

@Resolver()
export class CloseUnitYearMutation {
  @Mutation(() => CloseUnitYearResult.Result, {
    description: '单位年度办结: closes a unit’s year, held against its head’s quota of replies in person',
  })
  async closeUnitYear(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CloseUnitYearInput, { description: '内容: what is asked for' })
    input: CloseUnitYearInput,
  ): Promise<object> {
    const { idempotencyKey, year, occurredAt } = input;
    const unitId = ownId(context, 'unit', input.unitId, 'unitId');
    const asked = { unitId, year, ...(occurredAt == null ? {} : { occurredAt }) };
    const outcome = await context.run(closeUnitYear, asked, { idempotencyKey });
    const { tenant } = context.viewer;
    return answer(CloseUnitYearResult, outcome, (done) => ({ unit: new Unit(tenant, done.unitId) }));
  }
}
