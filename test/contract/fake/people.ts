import 'reflect-metadata';
import { buildSubgraph, type Context } from '@duban/kernel/graphql';
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { NoDeps } from './localities.js';

@ObjectType({ description: '当前用户: who asks' })
class FakeViewer {
  @Field(() => ID, { description: '账号: the account' })
  accountId: string;

  @Field(() => String, { description: '登录名: the login' })
  login: string;

  @Field(() => String, { description: '角色: the role' })
  role: string;
}

@Resolver()
class ViewerQuery {
  @Query(() => FakeViewer, { description: '当前用户: as the service was told' })
  viewer(@Ctx() { viewer }: Context<NoDeps>): FakeViewer {
    return Object.assign(new FakeViewer(), {
      accountId: viewer.accountId,
      login: viewer.login,
      role: viewer.role,
    });
  }
}

export const people = buildSubgraph<NoDeps>({ name: 'people', resolvers: [ViewerQuery], refusals: {} });
