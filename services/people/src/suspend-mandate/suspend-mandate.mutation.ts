import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import { getMandate, MandateType } from '../mandate.type.js';
import type { PeopleContext } from '../people.context.js';
import { suspendMandate } from './suspend-mandate.js';

@InputType({ description: '暂停资格: which mandate and why' })
class SuspendMandateInput extends CommandInput {
  @Field(() => ID, { description: '资格: public id of the mandate' })
  mandateId: string;

  @Field(() => String, { description: '原因: 1 to 500 characters' })
  reason: string;

  @Field(() => Int, { nullable: true, description: '版本: refused when the mandate has changed since' })
  expectedVersion?: number | null;
}

const SuspendMandateResult = resultOf('SuspendMandate', '暂停资格', {
  mandate: { type: () => MandateType, description: '资格: as it is now' },
});

@Resolver()
export class SuspendMandateMutation {
  @Mutation(() => SuspendMandateResult.Result, {
    description: '暂停资格: grants that rest on the mandate cannot be used meanwhile',
  })
  async suspendMandate(
    @Ctx() context: PeopleContext,
    @Arg('input', () => SuspendMandateInput, { description: '内容: which mandate and why' })
    { idempotencyKey, mandateId, expectedVersion = null, ...rest }: SuspendMandateInput,
  ): Promise<object> {
    const input = { ...rest, mandate: readId('mandate', mandateId, 'mandateId'), expectedVersion };
    const outcome = await context.run(suspendMandate, input, { idempotencyKey });
    return answer(SuspendMandateResult, outcome, async (key) => ({
      mandate: await getMandate(context, key),
    }));
  }
}
