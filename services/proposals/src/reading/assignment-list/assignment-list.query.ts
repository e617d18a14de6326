import { type CalendarDate, dateInShanghai } from '@duban/kernel';
import { connectionOf, DateScalar, enumOf, PageArgs } from '@duban/kernel/graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Assignment } from '../../graph/assignment.type.js';
import { findAssignment } from '../../graph/case-children.reference.js';

import { Unit } from '../../graph/foreign.type.js';
import { AssignmentPhaseEnum, AssignmentRoleEnum } from '../../graph/handling-vocabulary.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import { requireReader } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import type { AssignmentOrder, Workload } from './assignment-list.read.js';
import { UnitWorkload } from './unit-workload.type.js';

const AssignmentOrderEnum = enumOf<AssignmentOrder>(
  'AssignmentOrder',
  '排序: what assignments are sorted by',
  {
    DUE_EARLIEST: '到期日: due first, those without a date at the end',
    HANDED_OVER_LATEST: '交办时间: last handed over first, those not handed over before them',
  },
);

@InputType({
  description: '筛选: which assignments; conditions add up, the values of one list are alternatives',
})
class AssignmentFilterInput {
  @Field(() => [AssignmentRoleEnum], { nullable: true, description: '承办角色: sole, lead, co or separate' })
  roles?: string[] | null;

  @Field(() => [AssignmentPhaseEnum], { nullable: true, description: '承办阶段: where they stand' })
  phases?: string[] | null;

  @Field(() => [Int], { nullable: true, description: '年度: years the cases are counted under' })
  years?: number[] | null;

  @Field(() => [Int], { nullable: true, description: '轮次: rounds of handling' })
  rounds?: number[] | null;

  @Field(() => DateScalar, { nullable: true, description: '到期自: due on or after' })
  dueFrom?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '到期至: due on or before' })
  dueTo?: CalendarDate | null;
}

@ArgsType()
class AssignmentListArgs extends PageArgs {
  @Field(() => AssignmentFilterInput, {
    nullable: true,
    description: '筛选: which assignments; all when left out',
  })
  filter?: AssignmentFilterInput | null;

  @Field(() => AssignmentOrderEnum, { defaultValue: 'DUE_EARLIEST', description: '排序: what to sort by' })
  orderBy: AssignmentOrder;
}

const AssignmentList = connectionOf(Assignment, '承办任务');

@Resolver()
export class AssignmentQueries {
  @Query(() => Assignment, {
    nullable: true,
    description: '承办任务: one assignment; null when there is none that the viewer may read',
  })
  async assignment(
    @Ctx() context: ProposalContext,
    @Arg('id', () => ID, { description: '编号: of the assignment' }) id: string,
  ): Promise<Assignment | null> {
    requireReader(context);
    return findAssignment(context, ownId(context, 'assignment', id));
  }
}

/** What cases add to a handling unit. */
@Resolver(() => Unit)
export class UnitAssignments {
  @FieldResolver(() => AssignmentList.Connection, {
    description: '承办任务列表: the unit’s assignments in cases that the viewer may read',
  })
  async assignments(
    @Root() unit: Unit,
    @Ctx() context: ProposalContext,
    @Args(() => AssignmentListArgs) args: AssignmentListArgs,
  ): Promise<object> {
    requireReader(context);
    const { lists } = await context.reads();
    const filter = { ...args.filter, unitId: unit.unitId };
    const { slice, total } = await lists.assignments(context.viewer, filter, args.orderBy, args);
    return AssignmentList.from(slice, (row) => new Assignment(context.viewer.tenant, row), total);
  }

  @FieldResolver(() => UnitWorkload, {
    description: '承办量: assignments of a year by role, in cases that the viewer may read',
  })
  async workload(
    @Root() unit: Unit,
    @Ctx() context: ProposalContext,
    @Arg('year', () => Int, { description: '年度: the year the cases are counted under' }) year: number,
  ): Promise<UnitWorkload> {
    requireReader(context);
    const load = async (unitIds: readonly string[]): Promise<(Workload | null)[]> => {
      const { lists } = await context.reads();
      const rows = await lists.workload(context.viewer, unitIds, year, dateInShanghai(context.now()));
      const found = new Map(rows.map((row) => [row.unitId, row]));
      return unitIds.map((id) => found.get(id) ?? null);
    };
    const counted = await context
      .loader<string, Workload | null>(`workload of ${year}`, load)
      .load(unit.unitId);
    return UnitWorkload.of(year, counted);
  }
}
