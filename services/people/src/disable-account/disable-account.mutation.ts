import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { AccountType, getAccount } from '../account.type.js';
import { CommandInput } from '../command-input.type.js';
import type { PeopleContext } from '../people.context.js';
import { disableAccount } from './disable-account.js';

@InputType({ description: '停用账号: which account and why' })
class DisableAccountInput extends CommandInput {
  @Field(() => ID, { description: '账号: public id of the account' })
  accountId: string;

  @Field(() => String, { description: '原因: 1 to 500 characters; kept in the log' })
  reason: string;
}

const DisableAccountResult = resultOf('DisableAccount', '停用账号', {
  account: { type: () => AccountType, description: '账号: as it is now' },
});

@Resolver()
export class DisableAccountMutation {
  @Mutation(() => DisableAccountResult.Result, {
    description: '停用账号: nobody can use it any more, from within a minute',
  })
  async disableAccount(
    @Ctx() context: PeopleContext,
    @Arg('input', () => DisableAccountInput, { description: '内容: which account and why' })
    { idempotencyKey, accountId, reason }: DisableAccountInput,
  ): Promise<object> {
    const input = { account: readId('account', accountId, 'accountId'), reason };
    const outcome = await context.run(disableAccount, input, { idempotencyKey });
    return answer(DisableAccountResult, outcome, async (key) => ({
      account: await getAccount(context, key),
    }));
  }
}
