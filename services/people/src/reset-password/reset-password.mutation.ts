import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { AccountType, getAccount } from '../account.type.js';
import { CommandInput } from '../command-input.type.js';
import { passwordSlip } from '../password-slip.js';
import type { PeopleContext } from '../people.context.js';
import { resetPassword } from './reset-password.js';

@InputType({ description: '重置密码: of which account' })
class ResetPasswordInput extends CommandInput {
  @Field(() => ID, { description: '账号: public id of the account' })
  accountId: string;
}

const ResetPasswordResult = resultOf('ResetPassword', '重置密码', {
  account: { type: () => AccountType, description: '账号: as it is now; a lock is lifted' },
  oneTimePassword: {
    type: () => String,
    nullable: true,
    description:
      '一次性密码: shown this once and never again, to be changed at the next sign-in; null in a repeated answer',
  },
});

@Resolver()
export class ResetPasswordMutation {
  @Mutation(() => ResetPasswordResult.Result, {
    description:
      '重置密码: the old password and what was signed in with it end; a one-time password takes its place',
  })
  async resetPassword(
    @Ctx() context: PeopleContext,
    @Arg('input', () => ResetPasswordInput, { description: '内容: of which account' })
    { idempotencyKey, accountId }: ResetPasswordInput,
  ): Promise<object> {
    const input = { account: readId('account', accountId, 'accountId') };
    const slip = passwordSlip();
    const outcome = await context.run(resetPassword(slip), input, { idempotencyKey });
    return answer(ResetPasswordResult, outcome, async ({ mark, ...key }) => ({
      account: await getAccount(context, key),
      oneTimePassword: slip.read(mark),
    }));
  }
}
