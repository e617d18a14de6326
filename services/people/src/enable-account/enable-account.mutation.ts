import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { AccountType, getAccount } from '../account.type.js';
import { CommandInput } from '../command-input.type.js';
import type { PeopleContext } from '../people.context.js';
import { enableAccount } from './enable-account.js';

@InputType({ description: '启用账号: which account' })
class EnableAccountInput extends CommandInput {
  @Field(() => ID, { description: '账号: public id of the account' })
  accountId: string;
}

const EnableAccountResult = resultOf('EnableAccount', '启用账号', {
  account: { type: () => AccountType, description: '账号: as it is now' },
});

@Resolver()
export class EnableAccountMutation {
  @Mutation(() => EnableAccountResult.Result, {
    description: '启用账号: it can be used again; also lifts a lock after wrong passwords',
  })
  async enableAccount(
    @Ctx() context: PeopleContext,
    @Arg('input', () => EnableAccountInput, { description: '内容: which account' })
    { idempotencyKey, accountId }: EnableAccountInput,
  ): Promise<object> {
    const input = { account: readId('account', accountId, 'accountId') };
    const outcome = await context.run(enableAccount, input, { idempotencyKey });
    return answer(EnableAccountResult, outcome, async (key) => ({ account: await getAccount(context, key) }));
  }
}
