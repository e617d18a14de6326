import 'reflect-metadata';
import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import {
  answer,
  buildSubgraph,
  type Context,
  connectionOf,
  keyset,
  PageArgs,
  resultOf,
} from '@duban/kernel/graphql';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

/** Nothing is stored: what is asked is what is answered. */
export type NoDeps = Record<string, never>;
type Asking = Context<NoDeps>;

@ObjectType({ description: '地区: a locality that exists as soon as it is named' })
@Directive('@key(fields: "id")')
class Locality {
  @Field(() => ID, { description: '编号: the code again' })
  id: string;

  @Field(() => String, { description: '代码: six digits' })
  code: string;

  @Field(() => String, { description: '名称: made of the code' })
  name: string;
}

@ObjectType({ description: '条目: one of a list' })
class Item {
  @Field(() => ID, { description: '编号: of the item' })
  id: string;
}

const ItemList = connectionOf(Item, '条目');
const locality = (code: string): Locality =>
  Object.assign(new Locality(), { id: code, code, name: `地区 ${code}` });

@Resolver(() => Locality)
class LocalityFields {
  @Query(() => Locality, { nullable: true, description: '地区: null for codes that do not begin with 4' })
  locality(@Arg('code', () => String, { description: '代码: six digits' }) code: string): Locality | null {
    return code.startsWith('4') ? locality(code) : null;
  }

  @Query(() => String, { description: '拖延: answers after some milliseconds' })
  async late(@Arg('ms', () => Int, { description: '毫秒: how long' }) ms: number): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return 'late';
  }

  @Query(() => String, { description: '意外: always fails as something nobody expected would' })
  surprise(): string {
    throw new Error('duplicate key value violates unique constraint "secret_table_pkey"');
  }

  @FieldResolver(() => Locality, { nullable: true, description: '上级: itself' })
  parent(@Root() { code }: Locality): Locality {
    return locality(code);
  }

  @FieldResolver(() => [Locality], { description: '下级: one, itself' })
  children(@Root() { code }: Locality): Locality[] {
    return [locality(code)];
  }

  @FieldResolver(() => ItemList.Connection, { description: '条目列表: three items' })
  items(@Args(() => PageArgs) args: PageArgs): object {
    const sort = { name: 'ID', sql: 'id', type: 'text', direction: 'ASC' } as const;
    const rows = ['a', 'b', 'c'].map((id) => ({
      id,
      cursorKey: id,
      cursorId: '00000000-0000-7000-8000-000000000000',
    }));
    return ItemList.from(
      keyset(args, { sort, id: { sql: 'id' } }).slice(rows),
      ({ id }) => Object.assign(new Item(), { id }),
      () => rows.length,
    );
  }
}

@InputType({ description: '改名: what to call it' })
class RenameInput {
  @Field(() => String, { description: '幂等键: any text' })
  idempotencyKey: string;

  @Field(() => String, { description: '名称: the new name' })
  name: string;
}

const renameLocality = useCase({
  action: 'locality:rename',
  async execute(_deps: NoDeps, { login }: Viewer, { name }: { name: string }) {
    return name === '' ? refuse('NAME_EMPTY') : accept({ name: `${name} (${login})` });
  },
});

const RenameResult = resultOf('RenameLocality', '改名', {
  name: { type: () => String, description: '名称: as renamed' },
});

@Resolver()
class RenameLocality {
  @Mutation(() => RenameResult.Result, { description: '改名: changes nothing' })
  async renameLocality(
    @Ctx() context: Asking,
    @Arg('input', () => RenameInput, { description: '内容: the new name' }) {
      idempotencyKey,
      name,
    }: RenameInput,
  ): Promise<object> {
    return answer(
      RenameResult,
      await context.run(renameLocality, { name }, { idempotencyKey }),
      (done) => done,
    );
  }
}

export const localities = buildSubgraph<NoDeps>({
  name: 'units',
  resolvers: [LocalityFields, RenameLocality],
  references: { Locality: ({ id }) => locality(id) },
  refusals: { NAME_EMPTY: { zh: '名称不能为空。', en: 'The name must not be empty.' } },
});
