import { checkText } from '@duban/kernel';
import { badInput, connectionOf, DateScalar, enumOf, keyset, PageArgs, readId } from '@duban/kernel/graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { LocalityType } from '../foreign.type.js';
import type { MandateKind, MandateStatus } from '../mandate.js';
import { findMandate, MandateType } from '../mandate.type.js';
import type { PeopleContext } from '../people.context.js';
import { MandateKindEnum, MandateStatusEnum } from '../people.enums.type.js';
import { readPage } from '../people-list.read.js';
import { type MandateFilter, type MandateListRow, mandateList } from './mandate-list.read.js';

type MandateOrder = 'NAME' | 'FROM';
const MandateOrderEnum = enumOf<MandateOrder>('MandateOrder', '排序: what mandates are sorted by', {
  NAME: '姓名: by the person’s name in pinyin',
  FROM: '起始日期: newest first',
});

const ORDERS = {
  NAME: { name: 'NAME', sql: 'name COLLATE "zh-x-icu"', type: 'text', direction: 'ASC' },
  FROM: { name: 'FROM', sql: 'valid_from', type: 'date', direction: 'DESC' },
} as const;

@InputType({ description: '资格筛选: which mandates to list; conditions add up' })
class MandateFilterInput implements MandateFilter {
  @Field(() => MandateKindEnum, { nullable: true, description: '资格种类: deputy or CPPCC member' })
  kind?: MandateKind;

  @Field(() => MandateStatusEnum, { nullable: true, description: '资格状态: in force, suspended or ended' })
  status?: MandateStatus;

  @Field(() => String, { nullable: true, description: '代表团: name of the delegation' })
  delegation?: string;

  @Field(() => String, { nullable: true, description: '界别: name of the sector' })
  sector?: string;

  @Field(() => String, { nullable: true, description: '姓名: part of the person’s name' })
  name?: string;

  @Field(() => DateScalar, { nullable: true, description: '日期: mandates that cover this day' })
  on?: string;
}

@ArgsType()
class MandateListArgs extends PageArgs {
  @Field(() => MandateFilterInput, { nullable: true, description: '筛选: which mandates; all when left out' })
  filter?: MandateFilterInput;

  @Field(() => MandateOrderEnum, { defaultValue: 'NAME', description: '排序: what to sort by' })
  orderBy: MandateOrder;
}

const MandateList = connectionOf(MandateType, '资格', 'Mandate');

async function listMandates(context: PeopleContext, args: MandateListArgs): Promise<object> {
  const filter = args.filter ?? {};
  for (const text of [filter.delegation, filter.sector, filter.name]) requireText(text);
  const { reads } = await context.reads();
  const page = await readPage<MandateListRow>(
    reads,
    mandateList(context.viewer.tenant, filter),
    (nextParam) => keyset(args, { sort: ORDERS[args.orderBy], id: { sql: 'id' }, nextParam }),
  );
  return MandateList.from(page.slice, (row) => MandateType.of(row), page.count);
}

function requireText(text: string | null | undefined): void {
  if (typeof text !== 'string' || checkText('filter', text, { max: 100 }) === null) return;
  throw badInput(
    '筛选文字须为 1 到 100 字,不含控制字符。',
    'the text of a filter has to be 1 to 100 characters without control characters.',
  );
}

@Resolver()
export class MandateListQuery {
  @Query(() => MandateList.Connection, { description: '代表和委员: mandates of the viewer’s locality' })
  mandates(
    @Ctx() context: PeopleContext,
    @Args(() => MandateListArgs) args: MandateListArgs,
  ): Promise<object> {
    return listMandates(context, args);
  }

  @Query(() => MandateType, { nullable: true, description: '资格: one mandate; null when there is none' })
  mandate(
    @Ctx() context: PeopleContext,
    @Arg('id', () => ID, { description: '编号: of the mandate' }) id: string,
  ): Promise<MandateType | null> {
    return findMandate(context, readId('mandate', id));
  }
}

@Resolver(() => LocalityType)
export class LocalityMandates {
  @FieldResolver(() => MandateList.Connection, {
    nullable: true,
    description: '代表和委员: mandates of this locality; null where the viewer may not see them',
  })
  async mandates(
    @Root() { tenant }: LocalityType,
    @Ctx() context: PeopleContext,
    @Args(() => MandateListArgs) args: MandateListArgs,
  ): Promise<object | null> {
    return tenant === context.viewer.tenant ? listMandates(context, args) : null;
  }
}
