import 'reflect-metadata';
import { encodeId } from '@duban/kernel';
import { buildSubgraph, type Context, readId } from '@duban/kernel/graphql';
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';

export type NoticeRow = { readonly tenant_id: number; readonly id: string; readonly title: string };

/** What the board reads: for the viewer, unless a fault is planted. */
export type BoardDeps = {
  list(): Promise<readonly NoticeRow[]>;
  find(id: string): Promise<NoticeRow | null>;
  /** For references from other subgraphs. */
  resolve(tenant: number, id: string): Promise<NoticeRow | null>;
};

@Directive('@key(fields: "id")')
@ObjectType({ description: '告示: a notice on a locality’s board' })
class Notice {
  constructor(private readonly row: NoticeRow) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'notice', tenant: this.row.tenant_id, id: this.row.id });
  }

  @Field(() => String, { description: '标题: what it says' })
  get title(): string {
    return this.row.title;
  }
}

const shown = (row: NoticeRow | null): Notice | null => row && new Notice(row);

@Resolver()
class BoardQueries {
  @Query(() => [Notice], { description: '告示列表: the notices of the viewer’s locality' })
  async notices(@Ctx() context: Context<BoardDeps>): Promise<Notice[]> {
    const { list } = await context.reads();
    return (await list()).map((row) => new Notice(row));
  }

  @Query(() => Notice, { nullable: true, description: '告示: one notice of the viewer’s locality' })
  async notice(
    @Ctx() context: Context<BoardDeps>,
    @Arg('id', () => ID, { description: '编号: of the notice' }) id: string,
  ): Promise<Notice | null> {
    const { find } = await context.reads();
    return shown(await find(readId('notice', id).id));
  }
}

export const board = buildSubgraph<BoardDeps>({
  name: 'board',
  resolvers: [BoardQueries],
  refusals: {},
  references: {
    Notice: async ({ id }, context) => {
      const { tenant, id: noticeId } = readId('notice', id);
      const { resolve } = await context.reads();
      return shown(await resolve(tenant, noticeId));
    },
  },
});
