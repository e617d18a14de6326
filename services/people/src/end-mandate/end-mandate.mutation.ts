import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import { getMandate, MandateType } from '../mandate.type.js';
import type { PeopleContext } from '../people.context.js';
import { endMandate } from './end-mandate.js';

@InputType({ description: '终止资格: which mandate, from when and why' })
class EndMandateInput extends CommandInput {
  @Field(() => ID, { description: '资格: public id of the mandate' })
  mandateId: string;

  @Field(() => DateScalar, { description: '终止日期: not before the mandate began, not after today' })
  on: string;

  @Field(() => String, { description: '原因: 1 to 500 characters' })
  reason: string;

  @Field(() => Int, { nullable: true, description: '版本: refused when the mandate has changed since' })
  expectedVersion?: number | null;
}

const EndMandateResult = resultOf('EndMandate', '终止资格', {
  mandate: { type: () => MandateType, description: '资格: as it is now' },
});

@Resolver()
export class EndMandateMutation {
  @Mutation(() => EndMandateResult.Result, {
    description: '终止资格: the mandate ends for good; what was submitted lives on',
  })
  async endMandate(
    @Ctx() context: PeopleContext,
    @Arg('input', () => EndMandateInput, { description: '内容: which mandate, from when and why' })
    { idempotencyKey, mandateId, expectedVersion = null, ...rest }: EndMandateInput,
  ): Promise<object> {
    const input = { ...rest, mandate: readId('mandate', mandateId, 'mandateId'), expectedVersion };
    const outcome = await context.run(endMandate, input, { idempotencyKey });
    return answer(EndMandateResult, outcome, async (key) => ({ mandate: await getMandate(context, key) }));
  }
}
