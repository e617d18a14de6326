import type { CalendarDate } from '@duban/kernel';
import { connectionOf, DateScalar, PageArgs } from '@duban/kernel/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Resolver, Root } from 'type-graphql';
import { Assignment } from '../../graph/assignment.type.js';
import { Locality, Mandate, Unit } from '../../graph/foreign.type.js';
import { Proposal } from '../../graph/proposal.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import { requireOwn, requireReader, requireTexts } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { listRecordsOf } from '../record.reference.js';
import { CanonicalRecordEnum, RecordAboutEnum } from '../record-vocabulary.type.js';
import { WorkRecord } from '../work-record.type.js';

@InputType({
  description: '筛选: which work records; conditions add up, the values of one list are alternatives',
})
class RecordFilterInput {
  @Field(() => [String], { nullable: true, description: '种类: the locality’s own kinds' })
  kinds?: string[] | null;

  @Field(() => [CanonicalRecordEnum], { nullable: true, description: '通用种类: what kinds mean' })
  canonical?: string[] | null;

  @Field(() => [RecordAboutEnum], { nullable: true, description: '对象: what they are about' })
  about?: string[] | null;

  @Field(() => [ID], { nullable: true, description: '单位: about one of these units or their assignments' })
  unitIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: '代表(委员)资格: about one of these mandates' })
  mandateIds?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: '日期自: on or after' })
  from?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '日期至: on or before' })
  to?: CalendarDate | null;

  @Field(() => Boolean, { nullable: true, description: '已签齐: whether all have signed' })
  complete?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '待答复: true for those that still have to be answered',
  })
  unanswered?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: '答复期限至: unanswered and due on or before' })
  answerDueTo?: CalendarDate | null;
}

@ArgsType()
class RecordListArgs extends PageArgs {
  @Field(() => RecordFilterInput, { nullable: true, description: '筛选: which records; all when left out' })
  filter?: RecordFilterInput | null;
}

const RecordList = connectionOf(WorkRecord, '工作记录');

async function page(context: ProposalContext, args: RecordListArgs, only: object = {}): Promise<object> {
  requireReader(context);
  const { filter } = args;
  for (const field of ['kinds', 'unitIds', 'mandateIds'] as const) requireTexts(field, filter?.[field]);
  const unitIds = filter?.unitIds?.map((id) => ownId(context, 'unit', id, 'unitIds'));
  const mandateIds = filter?.mandateIds?.map((id) => ownId(context, 'mandate', id, 'mandateIds'));
  const { lists } = await context.reads();
  const wanted = { ...filter, unitIds, mandateIds, ...only };
  const { slice, total } = await lists.records(context.viewer, wanted, args);
  return RecordList.from(slice, (row) => new WorkRecord(context.viewer.tenant, row), total);
}

@Resolver(() => Locality)
export class LocalityRecords {
  @FieldResolver(() => RecordList.Connection, {
    description:
      '工作记录: of cases, units, persons and the locality, the latest first; NOT_GRANTED for another locality',
  })
  async records(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Args(() => RecordListArgs) args: RecordListArgs,
  ): Promise<object> {
    requireOwn(context, locality);
    return page(context, args);
  }
}

@Resolver(() => Unit)
export class UnitRecords {
  @FieldResolver(() => RecordList.Connection, { description: '工作记录: about the unit and its assignments' })
  records(
    @Root() { unitId }: Unit,
    @Ctx() context: ProposalContext,
    @Args(() => RecordListArgs) args: RecordListArgs,
  ): Promise<object> {
    return page(context, args, { unitIds: [unitId] });
  }
}

@Resolver(() => Mandate)
export class MandateRecords {
  @FieldResolver(() => RecordList.Connection, {
    description: '工作记录: about the person who has the mandate',
  })
  records(
    @Root() { mandateId }: Mandate,
    @Ctx() context: ProposalContext,
    @Args(() => RecordListArgs) args: RecordListArgs,
  ): Promise<object> {
    return page(context, args, { mandateIds: [mandateId] });
  }
}

@Resolver(() => Proposal)
export class ProposalRecords {
  @FieldResolver(() => [WorkRecord], { description: '工作记录: on the case and its parts, in order of time' })
  records(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<WorkRecord[]> {
    return listRecordsOf(context, 'proposal_id', row.id);
  }
}

@Resolver(() => Assignment)
export class AssignmentRecords {
  @FieldResolver(() => [WorkRecord], { description: '工作记录: about this assignment, in order of time' })
  records(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<WorkRecord[]> {
    return listRecordsOf(context, 'assignment_id', row.id);
  }
}
