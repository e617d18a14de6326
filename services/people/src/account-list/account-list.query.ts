import { mayTry } from '@duban/kernel';
import { connectionOf, failure, keyset, PageArgs, readId } from '@duban/kernel/graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Account, AccountStatus } from '../account.js';
import { AccountType, findAccount } from '../account.type.js';
import { PEOPLE_ACCESS } from '../people.access.js';
import type { PeopleContext } from '../people.context.js';
import { AccountStatusEnum } from '../people.enums.type.js';
import { ACCOUNT, type Found } from '../people.read.js';
import { conditionsOf, readPage } from '../people-list.read.js';

@ArgsType()
class AccountListArgs extends PageArgs {
  @Field(() => AccountStatusEnum, { nullable: true, description: '账号状态: only accounts in this state' })
  status?: AccountStatus;
}

const AccountList = connectionOf(AccountType, '账号', 'Account');

const BY_LOGIN = { name: 'LOGIN', sql: 'login', type: 'text', direction: 'ASC' } as const;

/** Accounts are for the locality's administrator; everybody finds their own under `viewer`. */
function requireAdministrator({ viewer }: PeopleContext): void {
  if (!mayTry(PEOPLE_ACCESS, 'account:show', viewer.role)) throw failure('FORBIDDEN');
}

@Resolver()
export class AccountListQuery {
  @Query(() => AccountList.Connection, {
    description: '账号: accounts of the viewer’s locality, by login; for its administrator',
  })
  async accounts(
    @Ctx() context: PeopleContext,
    @Args(() => AccountListArgs) args: AccountListArgs,
  ): Promise<object> {
    requireAdministrator(context);
    const given = conditionsOf(context.viewer.tenant, [[args.status, (at) => `status = ${at}`]]);
    const { reads } = await context.reads();
    const source = { columns: ACCOUNT, from: 'people.account', ...given };
    const page = await readPage<Found<Account>>(reads, source, (nextParam) =>
      keyset(args, { sort: BY_LOGIN, id: { sql: 'id' }, nextParam }),
    );
    return AccountList.from(page.slice, (row) => AccountType.of(row), page.count);
  }

  @Query(() => AccountType, {
    nullable: true,
    description: '账号: one account, for the administrator; null when there is none',
  })
  account(
    @Ctx() context: PeopleContext,
    @Arg('id', () => ID, { description: '编号: of the account' }) id: string,
  ): Promise<AccountType | null> {
    requireAdministrator(context);
    return findAccount(context, readId('account', id));
  }
}
