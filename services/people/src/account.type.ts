import { encodeId, type Role } from '@duban/kernel';
import { DateScalar, DateTimeScalar, failure } from '@duban/kernel/graphql';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Account, AccountStatus } from './account.js';
import type { Key } from './account.store.js';
import { SectionType, UnitType } from './foreign.type.js';
import type { RoleGrant } from './grant.js';
import { findMandate, MandateType } from './mandate.type.js';
import type { PeopleContext } from './people.context.js';
import { AccountStatusEnum, RoleEnum } from './people.enums.type.js';
import { type Found, textOf } from './people.read.js';
import { findPerson, PersonType } from './person.type.js';
import { ROLE_NAMES } from './role-names.js';

@ObjectType('RoleName', { description: '角色名称: a role with its name in Chinese and English' })
export class RoleNameType {
  @Field(() => RoleEnum, { description: '角色: code of the role' })
  code: Role;

  @Field(() => String, { description: '中文名称: name in Chinese' })
  zh: string;

  @Field(() => String, { description: '英文名称: name in English' })
  en: string;

  static of(code: Role): RoleNameType {
    return Object.assign(new RoleNameType(), { code, ...ROLE_NAMES[code] });
  }
}

@ObjectType('Grant', { description: '授权: a role that an account holds, from a day to a day' })
export class GrantType {
  @Field(() => ID, { description: '编号: public id; the Duban-Grant header takes it' })
  id: string;

  @Field(() => RoleNameType, { description: '角色: what the account may do with it' })
  role: RoleNameType;

  @Field(() => UnitType, { nullable: true, description: '承办单位: the unit it is for, of unit staff' })
  unit: UnitType | null;

  @Field(() => SectionType, { nullable: true, description: '科室: the section it is for, of unit staff' })
  section: SectionType | null;

  @Field(() => DateScalar, { description: '起始日期: first day' })
  validFrom: string;

  @Field(() => DateScalar, { nullable: true, description: '终止日期: last day; null: until it is ended' })
  validTo: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '收回时刻: when it was ended at once' })
  endedAt: string | null;

  @Field(() => Boolean, { description: '首要: the one that counts when none is chosen' })
  primary: boolean;

  row: Found<RoleGrant>;

  @Field(() => MandateType, { nullable: true, description: '资格: the mandate it rests on, of proposers' })
  mandate(@Ctx() context: PeopleContext): Promise<MandateType | null> {
    const { tenant, mandateId } = this.row;
    return findMandate(context, mandateId === null ? null : { tenant, id: mandateId });
  }

  static of(row: Found<RoleGrant>): GrantType {
    const { tenant, role, unitId, sectionId, validFrom, validTo, endedAt, primary } = row;
    return Object.assign(new GrantType(), {
      id: encodeId({ kind: 'grant', tenant, id: row.id }),
      role: RoleNameType.of(role),
      unit: UnitType.of(tenant, unitId),
      section: SectionType.of(tenant, sectionId),
      validFrom,
      validTo,
      endedAt,
      primary,
      row,
    });
  }
}

@ObjectType('Account', {
  description: '账号: what somebody signs in with; for its owner and the administrator',
})
export class AccountType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  @Field(() => String, { description: '登录名: login' })
  login: string;

  @Field(() => AccountStatusEnum, { description: '账号状态: active or disabled' })
  status: AccountStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '锁定至: until when it is locked after wrong passwords',
  })
  lockedUntil: string | null;

  row: Found<Account>;

  @Field(() => PersonType, { nullable: true, description: '人员: whose account it is' })
  person(@Ctx() context: PeopleContext): Promise<PersonType | null> {
    const { tenant, personId } = this.row;
    return findPerson(context, personId === null ? null : { tenant, id: personId });
  }

  @Field(() => [GrantType], { description: '授权: all its grants, also ended ones' })
  async grants(@Ctx() context: PeopleContext): Promise<GrantType[]> {
    const loader = context.loader(
      'grantsOfAccount',
      async (keys: readonly Key[]) => (await context.reads()).reads.grantsOfAccounts(keys),
      textOf as (key: Key) => unknown,
    );
    return (await loader.load(this.row)).map((grant) => GrantType.of(grant));
  }

  static of(row: Found<Account>): AccountType {
    const { tenant, login, status, lockedUntil } = row;
    const id = encodeId({ kind: 'account', tenant, id: row.id });
    return Object.assign(new AccountType(), { id, login, status, lockedUntil, row });
  }
}

/** The account, if it is there in the viewer's locality. Who may see it is for the caller to decide. */
export async function findAccount(context: PeopleContext, key: Key): Promise<AccountType | null> {
  const [row] = await (await context.reads()).reads.accounts([key]);
  return row ? AccountType.of(row) : null;
}

async function findGrant(context: PeopleContext, key: Key): Promise<GrantType | null> {
  const [row] = await (await context.reads()).reads.grants([key]);
  return row ? GrantType.of(row) : null;
}

/** The account a command has just changed. */
export async function getAccount(context: PeopleContext, key: Key): Promise<AccountType> {
  return (await findAccount(context, key)) ?? vanished();
}

export async function getGrant(context: PeopleContext, key: Key): Promise<GrantType> {
  return (await findGrant(context, key)) ?? vanished();
}

/** Somebody was vouched for, or something was just changed, that is not there any more. */
function vanished(): never {
  throw failure('NOT_GRANTED');
}
