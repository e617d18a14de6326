import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { feedbackSight } from '../../case/feedback-sight.js';
import { feedbackStatus, stillToRate } from '../../case/feedback-status.js';
import type { Assignment as AssignmentState } from '../../case/state.js';
import { processOf } from '../../case-command/case-command.js';
import { FeedbackStatusEnum, RoundReasonEnum } from '../../graph/answering-vocabulary.type.js';
import { Assignment } from '../../graph/assignment.type.js';
import { assignmentState, stateWithLimits } from '../../graph/case-files.reference.js';
import { DueDate } from '../../graph/due-date.type.js';
import { Mandate } from '../../graph/foreign.type.js';
import { Reply } from '../../graph/reply.type.js';
import type { ProposalContext } from '../../proposal.context.js';

@ObjectType({ description: '重新办理事由: why an assignment is handled again' })
export class RoundReasonGiven {
  @Field(() => RoundReasonEnum, { description: '通用事由: what it means everywhere' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: '事由代码: the locality’s; null when a rating opened it',
  })
  trigger: string | null;

  @Field(() => String, { nullable: true, description: '说明: what was found' })
  note: string | null;

  static of = (given: AssignmentState['reopened']): RoundReasonGiven | null =>
    given && Object.assign(new RoundReasonGiven(), given);
}

@Resolver(() => Assignment)
export class AssignmentRound {
  @FieldResolver(() => RoundReasonGiven, {
    nullable: true,
    description: '重新办理事由: why it is handled again; null in the first round',
  })
  async reopened(
    @Root() { row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<RoundReasonGiven | null> {
    return RoundReasonGiven.of((await assignmentState(context, row)).reopened);
  }
}

/** How the feedback on a reply stands now: who is silent is shown, not taken for content. */
@Resolver(() => Reply)
export class ReplyFeedback {
  @FieldResolver(() => DueDate, { nullable: true, description: '评价期限: until when it can be rated' })
  async feedbackBy(@Root() reply: Reply, @Ctx() context: ProposalContext): Promise<DueDate | null> {
    const asStored = DueDate.of(reply.row.feedback_by);
    if (asStored || reply.row.kind !== 'FORMAL') return asStored;
    return DueDate.of((await this.#facts(reply, context)).found.feedbackBy);
  }

  @FieldResolver(() => FeedbackStatusEnum, {
    nullable: true,
    description: '评价状态: waited for, in part, given, or lapsed; null for replies nobody rates',
  })
  async feedbackStatus(@Root() reply: Reply, @Ctx() context: ProposalContext): Promise<string | null> {
    const { process, state, found } = await this.#facts(reply, context);
    return feedbackStatus(process, state, found, context.now().toISOString());
  }

  @FieldResolver(() => [Mandate], {
    description:
      '未评价人: those who rate it and have not; none for a unit that the process lets see levels alone',
  })
  async stillToRate(@Root() reply: Reply, @Ctx() context: ProposalContext): Promise<Mandate[]> {
    if (reply.row.kind !== 'FORMAL') return [];
    const { process, state, found } = await this.#facts(reply, context);
    if (feedbackSight(context.viewer, process) !== 'PERSONS') return [];
    return stillToRate(process, state, found).map((id) => new Mandate(reply.tenant, id));
  }

  async #facts({ row }: Reply, context: ProposalContext) {
    const state = await stateWithLimits(context, row.proposal_id);
    const deps = await context.reads();
    const { process } = await processOf(deps, { proposalId: row.proposal_id, state });
    const found = state.replies.find(({ replyId }) => replyId === row.id);
    if (!found) throw new Error(`reply ${row.id} is not in the events of its case`);
    return { process, state, found };
  }
}
