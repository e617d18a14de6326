import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { AwardVerdictEnum } from '../award.enums.type.js';
import type { Decision } from '../award.js';
import { AwardType } from '../award.type.js';
import { decideAward } from './decide-award.js';

@InputType({ description: '评定: of which nomination, what, and why' })
class DecideAwardInput extends CommandInput {
  @Field(() => ID, { description: '编号: the nomination' })
  awardId: string;

  @Field(() => AwardVerdictEnum, { description: '评定: has the award, or does not' })
  verdict: Decision['verdict'];

  @Field(() => String, { description: '评定理由: 1 to 2000 characters' })
  reason: string;
}

const DecideAwardResult = resultOf('DecideAward', '评定', {
  award: { type: () => AwardType, description: '评优: the nomination with the decision' },
});

@Resolver()
export class DecideAwardMutation {
  @Mutation(() => DecideAwardResult.Result, {
    description: '评定: decides on a nomination, within the quota and for nobody whom a veto keeps from it',
  })
  async decideAward(
    @Arg('input', () => DecideAwardInput, { description: '输入: which nomination, what, and why' })
    { idempotencyKey, awardId, verdict, reason }: DecideAwardInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const decision = { award: readId('award', awardId, 'awardId'), verdict, reason };
    const outcome = await context.run(decideAward, decision, { idempotencyKey });
    return answer(DecideAwardResult, outcome, (kept) => ({
      award: new AwardType(context.viewer.tenant, kept),
    }));
  }
}
