import type { Role } from '@duban/kernel';
import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Key } from '../account.store.js';
import { GrantType, getGrant } from '../account.type.js';
import { CommandInput } from '../command-input.type.js';
import type { PeopleContext } from '../people.context.js';
import { RoleEnum } from '../people.enums.type.js';
import { giveGrant } from './give-grant.js';

@InputType({ description: '授权: which role for which account' })
class GiveGrantInput extends CommandInput {
  @Field(() => ID, { description: '账号: public id of the account' })
  accountId: string;

  @Field(() => RoleEnum, { description: '角色: what the account may do' })
  role: Role;

  @Field(() => ID, { nullable: true, description: '承办单位: of unit staff' })
  unitId?: string;

  @Field(() => ID, { nullable: true, description: '科室: of unit staff, with the unit' })
  sectionId?: string;

  @Field(() => ID, { nullable: true, description: '资格: of proposers, the person’s own' })
  mandateId?: string;

  @Field(() => DateScalar, { description: '起始日期: first day' })
  validFrom: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '终止日期: last day; until it is ended when left out',
  })
  validTo?: string;

  @Field(() => Boolean, { defaultValue: false, description: '首要: the one that counts when none is chosen' })
  primary: boolean;
}

const GiveGrantResult = resultOf('GiveGrant', '授权', {
  grant: { type: () => GrantType, description: '授权: as given' },
});

const optional = (kind: string, id: string | null | undefined): Key | null =>
  id === null || id === undefined ? null : readId(kind, id, `${kind}Id`);

@Resolver()
export class GiveGrantMutation {
  @Mutation(() => GiveGrantResult.Result, {
    description: '授权: an account of this locality gets a role in it, from a day to a day',
  })
  async giveGrant(
    @Ctx() context: PeopleContext,
    @Arg('input', () => GiveGrantInput, { description: '内容: which role for which account' })
    { idempotencyKey, accountId, unitId, sectionId, mandateId, role, primary, ...period }: GiveGrantInput,
  ): Promise<object> {
    const input = {
      account: readId('account', accountId, 'accountId'),
      role,
      unit: optional('unit', unitId),
      section: optional('section', sectionId),
      mandate: optional('mandate', mandateId),
      validFrom: period.validFrom,
      validTo: period.validTo ?? null,
      primary,
    };
    const outcome = await context.run(giveGrant, input, { idempotencyKey });
    return answer(GiveGrantResult, outcome, async (key) => ({ grant: await getGrant(context, key) }));
  }
}
