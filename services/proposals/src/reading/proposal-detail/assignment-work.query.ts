import { DateTimeScalar } from '@duban/kernel/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { mayReadPlan } from '../../case/visibility.js';
import { Assignment } from '../../graph/assignment.type.js';
import { assignmentState } from '../../graph/case-files.reference.js';
import { DueDate } from '../../graph/due-date.type.js';
import { HandoverReceipt } from '../../graph/handover.type.js';
import { Filing, HandlingPlan, Responsible } from '../../graph/plan.type.js';
import { ProgressNote } from '../../graph/tracking-entry.type.js';
import type { ProposalContext } from '../../proposal.context.js';

type LimitColumn = 'acknowledge_by' | 'return_by';

/** As stored; a limit without a date may have got one since, when the session it counts from was declared. */
async function limitOf(
  context: ProposalContext,
  row: Assignment['row'],
  column: LimitColumn,
  limit: 'acknowledgeBy' | 'returnBy',
): Promise<DueDate | null> {
  const asStored = DueDate.of(row[column]);
  if (asStored || row.handed_over_at === null) return asStored;
  return DueDate.of((await assignmentState(context, row))[limit]);
}

/** How a unit goes about its assignment. */
@Resolver(() => Assignment)
export class AssignmentWork {
  @FieldResolver(() => DueDate, {
    nullable: true,
    description: '签收期限: until when it is to be acknowledged',
  })
  acknowledgeBy(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<DueDate | null> {
    return limitOf(context, row, 'acknowledge_by', 'acknowledgeBy');
  }

  @FieldResolver(() => DueDate, {
    nullable: true,
    description: '退办期限: until when a return may be asked for',
  })
  returnBy(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<DueDate | null> {
    return limitOf(context, row, 'return_by', 'returnBy');
  }

  @FieldResolver(() => DueDate, {
    nullable: true,
    description: '首次沟通期限: until when the proposer is contacted',
  })
  async contactBy(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<DueDate | null> {
    return DueDate.of((await assignmentState(context, row)).contactBy);
  }

  @FieldResolver(() => DueDate, { nullable: true, description: '计划期限: until when the plan is set' })
  async planBy(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<DueDate | null> {
    return DueDate.of((await assignmentState(context, row)).planBy);
  }

  @FieldResolver(() => HandoverReceipt, {
    nullable: true,
    description: '回执: what the unit said when it acknowledged',
  })
  async receipt(
    @Root() { row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<HandoverReceipt | null> {
    const { receipt } = await assignmentState(context, row);
    return receipt && new HandoverReceipt(receipt);
  }

  @FieldResolver(() => Responsible, { nullable: true, description: '责任人: who is responsible in the unit' })
  async responsible(
    @Root() { row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<Responsible | null> {
    const { responsible } = await assignmentState(context, row);
    return responsible && new Responsible(responsible);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: '阅签时间: when the head of the unit read and signed it',
  })
  async headSignedAt(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<string | null> {
    return (await assignmentState(context, row)).headSignedAt;
  }

  @FieldResolver(() => HandlingPlan, {
    nullable: true,
    description: '办理计划: null while there is none, or where it is not open to proposers',
  })
  async plan(
    @Root() { tenant, row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<HandlingPlan | null> {
    const { plan } = await assignmentState(context, row);
    return plan && mayReadPlan(plan, context.viewer) ? new HandlingPlan(tenant, plan) : null;
  }

  @FieldResolver(() => [ProgressNote], { description: '进度通报: what the proposers were told on the way' })
  async progressReports(
    @Root() { row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<ProgressNote[]> {
    return (await assignmentState(context, row)).progressReports.map((one) => new ProgressNote(one));
  }

  @FieldResolver(() => Filing, { nullable: true, description: '备案: that it cannot be handled now' })
  async filing(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Filing | null> {
    const { filing } = await assignmentState(context, row);
    return filing && new Filing(filing);
  }
}
