import 'reflect-metadata';
import { buildSubgraph, type Context } from '@duban/kernel/graphql';
import {
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { NoDeps } from './localities.js';

@ObjectType({ description: '指标: figures of a locality' })
class Figures {
  @Field(() => Int, { description: '件数: how many' })
  cases: number;

  @Field(() => String, { description: '登录名: for whom it was counted' })
  login: string;
}

@ObjectType('Locality', { description: '地区: a locality' })
@Directive('@key(fields: "id")')
class CountedLocality {
  @Field(() => ID, { description: '编号: the code' })
  id: string;
}

@Resolver(() => CountedLocality)
class FigureFields {
  @Query(() => Figures, { nullable: true, description: '总数: figures of everything' })
  total(@Ctx() { viewer }: Context<NoDeps>): Figures {
    return Object.assign(new Figures(), { cases: 376, login: viewer.login });
  }

  @FieldResolver(() => Figures, { description: '指标: counted for whoever asks' })
  figures(@Root() { id }: CountedLocality, @Ctx() { viewer }: Context<NoDeps>): Figures {
    return Object.assign(new Figures(), { cases: Number(id.slice(0, 3)), login: viewer.login });
  }
}

export const figures = buildSubgraph<NoDeps>({
  name: 'evaluation',
  resolvers: [FigureFields],
  types: [CountedLocality],
  references: { Locality: ({ id }) => Object.assign(new CountedLocality(), { id }) },
  refusals: {},
});
