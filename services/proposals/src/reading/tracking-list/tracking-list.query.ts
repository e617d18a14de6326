import type { CalendarDate } from '@duban/kernel';
import { connectionOf, DateScalar, enumOf, PageArgs } from '@duban/kernel/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Int, Resolver, Root } from 'type-graphql';

import { Locality } from '../../graph/foreign.type.js';
import { EntryPhaseEnum } from '../../graph/handling-vocabulary.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import { requireOwn, requireReader, requireTexts } from '../../graph/readers.input.js';
import { TrackingEntry } from '../../graph/tracking-entry.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import type { TrackingOrder } from './tracking-list.read.js';

const TrackingOrderEnum = enumOf<TrackingOrder>(
  'TrackingOrder',
  '排序: what tracking entries are sorted by',
  {
    DUE_EARLIEST: '目标日期: due first, those without a date at the end',
    REGISTERED_LATEST: '挂号时间: last registered first',
  },
);

@InputType({ description: '筛选: which entries; conditions add up, the values of one list are alternatives' })
class TrackingFilterInput {
  @Field(() => [Int], { nullable: true, description: '年度: years they are kept under now' })
  years?: number[] | null;

  @Field(() => [Int], { nullable: true, description: '挂号年度: years they were registered under' })
  originYears?: number[] | null;

  @Field(() => [Int], { nullable: true, description: '届: terms of the cases' })
  terms?: number[] | null;

  @Field(() => [EntryPhaseEnum], { nullable: true, description: '跟踪阶段: where they stand' })
  phases?: string[] | null;

  @Field(() => [String], { nullable: true, description: '办理结果类别: the locality’s own classes' })
  classes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: '承办单位: promised by one of these units' })
  unitIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '未销号: true for open ones, false for ended ones' })
  open?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: '目标日期至: due on or before' })
  dueTo?: CalendarDate | null;
}

@ArgsType()
class TrackingListArgs extends PageArgs {
  @Field(() => TrackingFilterInput, { nullable: true, description: '筛选: which entries; all when left out' })
  filter?: TrackingFilterInput | null;

  @Field(() => TrackingOrderEnum, { defaultValue: 'DUE_EARLIEST', description: '排序: what to sort by' })
  orderBy: TrackingOrder;
}

const TrackingList = connectionOf(TrackingEntry, '跟踪台账记录');

@Resolver(() => Locality)
export class LocalityTracking {
  @FieldResolver(() => TrackingList.Connection, {
    description: '跟踪台账: the register of promises not yet kept; NOT_GRANTED for another locality',
  })
  async trackingEntries(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Args(() => TrackingListArgs) args: TrackingListArgs,
  ): Promise<object> {
    requireOwn(context, locality);
    requireReader(context);
    requireTexts('classes', args.filter?.classes);
    requireTexts('unitIds', args.filter?.unitIds);
    const unitIds = args.filter?.unitIds?.map((id) => ownId(context, 'unit', id, 'unitIds'));
    const { lists } = await context.reads();
    const filter = { ...args.filter, unitIds };
    const { slice, total } = await lists.trackingEntries(context.viewer, filter, args.orderBy, args);
    return TrackingList.from(slice, (row) => new TrackingEntry(context.viewer.tenant, row), total);
  }
}
