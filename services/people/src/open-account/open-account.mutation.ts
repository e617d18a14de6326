import type { Role } from '@duban/kernel';
import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Key } from '../account.store.js';
import { AccountType, getAccount } from '../account.type.js';
import { CommandInput } from '../command-input.type.js';
import { passwordSlip } from '../password-slip.js';
import type { PeopleContext } from '../people.context.js';
import { RoleEnum } from '../people.enums.type.js';
import { openAccount } from './open-account.js';

@InputType({ description: '开通账号: who gets which login and which role' })
class OpenAccountInput extends CommandInput {
  @Field(() => String, {
    description: '登录名: small letters, digits and . _ -; begins with the locality’s code and a dot',
  })
  login: string;

  @Field(() => ID, { nullable: true, description: '人员: somebody known already; or else `name`' })
  personId?: string;

  @Field(() => String, {
    nullable: true,
    description:
      '姓名: of somebody new, 1 to 50 characters; without it and `personId` the account is nobody’s own',
  })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: '外部用户标识: what the outside identity provider calls the person; only where there is one',
  })
  subject?: string;

  @Field(() => RoleEnum, { description: '角色: what the account may do' })
  role: Role;

  @Field(() => ID, { nullable: true, description: '承办单位: of unit staff' })
  unitId?: string;

  @Field(() => ID, { nullable: true, description: '科室: of unit staff, with the unit' })
  sectionId?: string;

  @Field(() => ID, { nullable: true, description: '资格: of proposers, the person’s own' })
  mandateId?: string;

  @Field(() => DateScalar, { nullable: true, description: '起始日期: first day; today when left out' })
  from?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '终止日期: last day; until it is ended when left out',
  })
  to?: string;
}

const OpenAccountResult = resultOf('OpenAccount', '开通账号', {
  account: { type: () => AccountType, description: '账号: as opened, with its first grant' },
  oneTimePassword: {
    type: () => String,
    nullable: true,
    description:
      '一次性密码: shown this once and never again, to be changed at the first sign-in; null in a repeated answer and with an outside identity provider',
  },
});

const optional = (kind: string, id: string | null | undefined): Key | null =>
  id === null || id === undefined ? null : readId(kind, id, `${kind}Id`);

@Resolver()
export class OpenAccountMutation {
  @Mutation(() => OpenAccountResult.Result, {
    description: '开通账号: an account of this locality with its first role and a one-time password',
  })
  async openAccount(
    @Ctx() context: PeopleContext,
    @Arg('input', () => OpenAccountInput, { description: '内容: who gets which login and which role' })
    { idempotencyKey, login, role, personId, unitId, sectionId, mandateId, ...rest }: OpenAccountInput,
  ): Promise<object> {
    const input = {
      login,
      role,
      person: optional('person', personId),
      unit: optional('unit', unitId),
      section: optional('section', sectionId),
      mandate: optional('mandate', mandateId),
      name: rest.name ?? null,
      subject: rest.subject ?? null,
      validFrom: rest.from ?? null,
      validTo: rest.to ?? null,
    };
    const slip = passwordSlip();
    const outcome = await context.run(openAccount(slip), input, { idempotencyKey });
    return answer(OpenAccountResult, outcome, async ({ mark, ...key }) => ({
      account: await getAccount(context, key),
      oneTimePassword: slip.read(mark),
    }));
  }
}
