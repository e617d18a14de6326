import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Assignment } from '../../graph/assignment.type.js';
import { findAssignment, findReply, listFeedback } from '../../graph/case-children.reference.js';
import { actionsOn } from '../../graph/case-files.reference.js';
import { Contact } from '../../graph/contact.type.js';
import { Feedback } from '../../graph/feedback.type.js';
import { forPersons, seenFeedback } from '../../graph/feedback-sight.reference.js';
import { Mandate, Unit } from '../../graph/foreign.type.js';
import { findProposalBehind } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { Reply } from '../../graph/reply.type.js';
import { TrackingEntry } from '../../graph/tracking-entry.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AvailableAction } from '../action-list/available-action.type.js';

/** What a reply is connected with. */
@Resolver(() => Reply)
export class ReplyLinks {
  @FieldResolver(() => Proposal, { nullable: true, description: '建议提案: the case' })
  proposal(@Root() { row }: Reply, @Ctx() context: ProposalContext): Promise<Proposal | null> {
    return findProposalBehind(context, row.proposal_id);
  }

  @FieldResolver(() => Assignment, { nullable: true, description: '承办任务: the assignment' })
  assignment(@Root() { row }: Reply, @Ctx() context: ProposalContext): Promise<Assignment | null> {
    return findAssignment(context, row.assignment_id);
  }

  @FieldResolver(() => Unit, { description: '承办单位: the unit that replies' })
  unit(@Root() { tenant, row }: Reply): Unit {
    return new Unit(tenant, row.unit_id);
  }

  @FieldResolver(() => [Mandate], {
    description: '受文人: every author who is answered, those of merged cases included',
  })
  addressees(@Root() { tenant, row }: Reply): Mandate[] {
    return row.addressee_ids.map((id) => new Mandate(tenant, id));
  }

  @FieldResolver(() => [Feedback], { description: '评价: ratings of this reply, in order' })
  feedback(@Root() { row }: Reply, @Ctx() context: ProposalContext): Promise<Feedback[]> {
    return seenFeedback(context, 'reply_id', row.id);
  }

  @FieldResolver(() => [AvailableAction], {
    description: '可办事项: what the viewer can do on this reply now, and why not',
  })
  availableActions(@Root() { row }: Reply, @Ctx() context: ProposalContext): Promise<AvailableAction[]> {
    return actionsOn(context, row.proposal_id, { replyId: row.id });
  }
}

@Resolver(() => Contact)
export class ContactLinks {
  @FieldResolver(() => Assignment, { nullable: true, description: '承办任务: the assignment' })
  assignment(@Root() { row }: Contact, @Ctx() context: ProposalContext): Promise<Assignment | null> {
    return findAssignment(context, row.assignment_id);
  }
}

@Resolver(() => Feedback)
export class FeedbackLinks {
  @FieldResolver(() => Reply, { nullable: true, description: '答复: the reply that is rated' })
  reply(@Root() { row }: Feedback, @Ctx() context: ProposalContext): Promise<Reply | null> {
    return findReply(context, row.reply_id);
  }

  @FieldResolver(() => Mandate, {
    nullable: true,
    description:
      '评价人: mandate of the one who rates; null for a unit that the process lets see levels alone',
  })
  respondent(@Root() { tenant, row }: Feedback, @Ctx() context: ProposalContext): Promise<Mandate | null> {
    return forPersons(context, row.proposal_id, new Mandate(tenant, row.respondent_id));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '意见: what the proposer added; null where the person is not shown either',
  })
  comment(@Root() { row }: Feedback, @Ctx() context: ProposalContext): Promise<string | null> {
    return forPersons(context, row.proposal_id, row.comment);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '更正理由: why it takes the place of another; null where the person is not shown either',
  })
  reason(@Root() { row }: Feedback, @Ctx() context: ProposalContext): Promise<string | null> {
    return forPersons(context, row.proposal_id, row.reason);
  }

  @FieldResolver(() => Boolean, {
    description: '已被更正: another form has taken its place; it stays to be seen and counts no more',
  })
  async replaced(@Root() { row }: Feedback, @Ctx() context: ProposalContext): Promise<boolean> {
    const forms = await listFeedback(context, 'reply_id', row.reply_id);
    const later = forms.filter((one) => one.row.respondent_id === row.respondent_id);
    return later.at(-1)?.row.form_id !== row.form_id;
  }
}

@Resolver(() => TrackingEntry)
export class TrackingEntryLinks {
  @FieldResolver(() => Proposal, { nullable: true, description: '建议提案: the case' })
  proposal(@Root() { row }: TrackingEntry, @Ctx() context: ProposalContext): Promise<Proposal | null> {
    return findProposalBehind(context, row.proposal_id);
  }

  @FieldResolver(() => Assignment, {
    nullable: true,
    description: '承办任务: the assignment that promised it',
  })
  assignment(@Root() { row }: TrackingEntry, @Ctx() context: ProposalContext): Promise<Assignment | null> {
    return findAssignment(context, row.assignment_id);
  }

  @FieldResolver(() => Reply, { nullable: true, description: '答复: the reply that promised it' })
  reply(@Root() { row }: TrackingEntry, @Ctx() context: ProposalContext): Promise<Reply | null> {
    return findReply(context, row.reply_id);
  }

  @FieldResolver(() => Unit, { description: '承办单位: the unit that promised it' })
  unit(@Root() { tenant, row }: TrackingEntry): Unit {
    return new Unit(tenant, row.unit_id);
  }

  @FieldResolver(() => [AvailableAction], {
    description: '可办事项: what the viewer can do on this entry now, and why not',
  })
  availableActions(
    @Root() { row }: TrackingEntry,
    @Ctx() context: ProposalContext,
  ): Promise<AvailableAction[]> {
    return actionsOn(context, row.proposal_id, { entryId: row.id });
  }
}
