import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { RollOverRegisterInput } from './roll-over-register.input.js';
import { rollOverRegister } from './roll-over-register.js';

const count = (description: string) => ({ type: () => Int, description }) as const;

const RollOverRegisterResult = resultOf('RollOverRegister', '年度结转', {
  rolledOver: count('结转件数: entries carried over now'),
  refused: count('未能结转: entries that a guard of the process holds back'),
  remaining: count('尚余件数: entries left for the next call'),
});

@Resolver()
export class RollOverRegisterMutation {
  @Mutation(() => RollOverRegisterResult.Result, {
    description: '年度结转: carries every open entry of earlier years on; doing it again changes nothing',
  })
  async rollOverRegister(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RollOverRegisterInput, { description: '内容: what is asked for' })
    input: RollOverRegisterInput,
  ): Promise<object> {
    const { idempotencyKey, toYear, occurredAt } = input;
    const asked = { toYear, ...(occurredAt == null ? {} : { occurredAt }) };
    const outcome = await context.run(rollOverRegister, asked, { idempotencyKey });
    return answer(RollOverRegisterResult, outcome, (done) => done);
  }
}
