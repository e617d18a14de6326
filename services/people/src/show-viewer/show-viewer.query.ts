import { mayTry } from '@duban/kernel';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { AccountType, GrantType, getAccount, getGrant, RoleNameType } from '../account.type.js';
import { LocalityType, SectionType, UnitType } from '../foreign.type.js';
import { isUsable } from '../grant.js';
import { findMandate, MandateType } from '../mandate.type.js';
import { PEOPLE_ACCESS } from '../people.access.js';
import type { PeopleContext } from '../people.context.js';
import { findPerson, PersonType } from '../person.type.js';

@ObjectType('Viewer', { description: '当前用户: who is asking, with the grant in use' })
export class ViewerType {
  @Field(() => AccountType, { description: '账号: the account signed in with' })
  account(@Ctx() context: PeopleContext): Promise<AccountType> {
    const { tenant, accountId } = context.viewer;
    return getAccount(context, { tenant, id: accountId });
  }

  @Field(() => PersonType, { nullable: true, description: '人员: whose account it is' })
  person(@Ctx() context: PeopleContext): Promise<PersonType | null> {
    const { tenant, personId } = context.viewer;
    return findPerson(context, personId === null ? null : { tenant, id: personId });
  }

  @Field(() => RoleNameType, { description: '角色: role of the grant in use' })
  role(@Ctx() { viewer }: PeopleContext): RoleNameType {
    return RoleNameType.of(viewer.role);
  }

  @Field(() => LocalityType, { description: '地方: where the grant is valid' })
  locality(@Ctx() { viewer }: PeopleContext): LocalityType {
    return LocalityType.of(viewer.tenant);
  }

  @Field(() => UnitType, { nullable: true, description: '承办单位: of unit staff' })
  unit(@Ctx() { viewer }: PeopleContext): UnitType | null {
    return UnitType.of(viewer.tenant, viewer.unitId);
  }

  @Field(() => SectionType, { nullable: true, description: '科室: of unit staff' })
  section(@Ctx() { viewer }: PeopleContext): SectionType | null {
    return SectionType.of(viewer.tenant, viewer.sectionId);
  }

  @Field(() => MandateType, { nullable: true, description: '资格: the mandate the grant rests on' })
  mandate(@Ctx() context: PeopleContext): Promise<MandateType | null> {
    const { tenant, mandateId } = context.viewer;
    return findMandate(context, mandateId === null ? null : { tenant, id: mandateId });
  }

  @Field(() => GrantType, { description: '当前授权: the grant in use' })
  grant(@Ctx() context: PeopleContext): Promise<GrantType> {
    const { tenant, grantId } = context.viewer;
    return getGrant(context, { tenant, id: grantId });
  }

  @Field(() => [GrantType], { description: '可用授权: grants of this account that can be chosen now' })
  async grants(@Ctx() context: PeopleContext): Promise<GrantType[]> {
    const { tenant, accountId } = context.viewer;
    const { reads, now } = await context.reads();
    const [grants = []] = await reads.grantsOfAccounts([{ tenant, id: accountId }]);
    const resting = grants.flatMap(({ mandateId }) =>
      mandateId === null ? [] : [{ tenant, id: mandateId }],
    );
    const mandates = new Map((await reads.mandates(resting)).map((mandate) => [mandate?.id, mandate]));
    return grants
      .filter((grant) => isUsable(grant, mandates.get(grant.mandateId ?? '') ?? null, now()))
      .map((grant) => GrantType.of(grant));
  }

  @Field(() => [String], { description: '可执行操作: actions of this service that the role may try' })
  permissions(@Ctx() { viewer }: PeopleContext): string[] {
    return Object.keys(PEOPLE_ACCESS).filter((action) => mayTry(PEOPLE_ACCESS, action, viewer.role));
  }
}

@Resolver()
export class ShowViewerQuery {
  @Query(() => ViewerType, { description: '当前用户: who is asking, with the grant in use' })
  viewer(): ViewerType {
    return new ViewerType();
  }
}
