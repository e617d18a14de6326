import 'reflect-metadata';
import { Allow } from 'class-validator';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { DEFAULT_PAGE, MAX_PAGE, MAX_WHOLE_PAGE, type Page, type Slice } from './keyset.js';

/** Arguments of every list. Sizes are checked by `keyset`. Extend it for filters and sort keys. */
@ArgsType()
export class PageArgs implements Page {
  @Allow()
  @Field(() => Int, {
    nullable: true,
    description: `前几条: how many from the start, 0 to ${MAX_PAGE}; ${DEFAULT_PAGE} when left out`,
  })
  first?: number;

  @Allow()
  @Field(() => String, { nullable: true, description: '此后: only what comes after this cursor' })
  after?: string;

  @Allow()
  @Field(() => Int, {
    nullable: true,
    description: `后几条: how many from the end, 0 to ${MAX_PAGE}; instead of first`,
  })
  last?: number;

  @Allow()
  @Field(() => String, { nullable: true, description: '此前: only what comes before this cursor' })
  before?: string;
}

/** The same of a list that is made as a whole, with longer pages. */
@ArgsType()
export class WholePageArgs extends PageArgs {
  @Allow()
  @Field(() => Int, {
    nullable: true,
    description: `前几条: how many from the start, 0 to ${MAX_WHOLE_PAGE}; ${DEFAULT_PAGE} when left out`,
  })
  declare first?: number;

  @Allow()
  @Field(() => Int, {
    nullable: true,
    description: `后几条: how many from the end, 0 to ${MAX_WHOLE_PAGE}; instead of first`,
  })
  declare last?: number;
}

/** The same in every subgraph, hence shareable. */
@Directive('@shareable')
@ObjectType({ description: '分页信息: what lies before and after this page' })
export class PageInfo {
  @Field(() => Boolean, { description: '有下一页: whether more follows' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: '有上一页: whether something comes before' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: '首游标: cursor of the first item; null on an empty page',
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: '尾游标: cursor of the last item; null on an empty page',
  })
  endCursor: string | null;
}

type NodeClass<Node> = abstract new (...args: never[]) => Node;

export type ConnectionOf<Node> = {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  totalCount(): number | Promise<number>;
};

export type ConnectionClass<Node> = {
  readonly Connection: new () => ConnectionOf<Node>;
  readonly Edge: new () => { cursor: string; node: Node };
  /** Makes the connection from a page of rows; `total` runs only when totalCount is asked for. */
  from<Row>(
    slice: Slice<Row>,
    toNode: (row: Row) => Node,
    total: () => number | Promise<number>,
  ): ConnectionOf<Node>;
};

/**
 * `XConnection` and `XEdge` for a node type `X`, per Relay with `nodes` and `totalCount`. Call it once
 * per node type (`name` when one node type has two connections). `term`: the Chinese term of the node.
 */
export function connectionOf<Node extends object>(
  Type: NodeClass<Node>,
  term: string,
  name: string = Type.name,
): ConnectionClass<Node> {
  @ObjectType(`${name}Edge`, { description: `${term}条目: one item of the list with its cursor` })
  class Edge {
    @Field(() => String, { description: '游标: opaque; for after and before' })
    cursor: string;

    @Field(() => Type, { description: `${term}: the item` })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { description: `${term}列表: one page of a list` })
  class Connection {
    @Field(() => [Edge], { description: '条目: items with cursors' })
    edges: Edge[];

    @Field(() => [Type], { description: `${term}: the items without cursors` })
    nodes: Node[];

    @Field(() => PageInfo, { description: '分页信息: what lies before and after' })
    pageInfo: PageInfo;

    count: () => number | Promise<number>;

    @Field(() => Int, { description: '总数: how many match the filter, over all pages' })
    totalCount(): number | Promise<number> {
      return this.count();
    }
  }

  return {
    Connection,
    Edge,
    from: (slice, toNode, total) => {
      const edges = slice.items.map(({ cursor, row }) =>
        Object.assign(new Edge(), { cursor, node: toNode(row) }),
      );
      const pageInfo = Object.assign(new PageInfo(), {
        hasNextPage: slice.hasNextPage,
        hasPreviousPage: slice.hasPreviousPage,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      });
      return Object.assign(new Connection(), {
        edges,
        nodes: edges.map(({ node }) => node),
        pageInfo,
        count: total,
      });
    },
  };
}
