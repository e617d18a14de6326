import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { GrantType, getGrant } from '../account.type.js';
import { CommandInput } from '../command-input.type.js';
import type { PeopleContext } from '../people.context.js';
import { endGrant } from './end-grant.js';

@InputType({ description: '收回授权: which grant and from when' })
class EndGrantInput extends CommandInput {
  @Field(() => ID, { description: '授权: public id of the grant' })
  grantId: string;

  @Field(() => DateScalar, { nullable: true, description: '最后一日: today or later; at once when left out' })
  lastDay?: string | null;
}

const EndGrantResult = resultOf('EndGrant', '收回授权', {
  grant: { type: () => GrantType, description: '授权: as it is now' },
});

@Resolver()
export class EndGrantMutation {
  @Mutation(() => EndGrantResult.Result, {
    description: '收回授权: the account loses the role, at once (within a minute) or after a day',
  })
  async endGrant(
    @Ctx() context: PeopleContext,
    @Arg('input', () => EndGrantInput, { description: '内容: which grant and from when' })
    { idempotencyKey, grantId, lastDay = null }: EndGrantInput,
  ): Promise<object> {
    const input = { grant: readId('grant', grantId, 'grantId'), lastDay };
    const outcome = await context.run(endGrant, input, { idempotencyKey });
    return answer(EndGrantResult, outcome, async (key) => ({ grant: await getGrant(context, key) }));
  }
}
