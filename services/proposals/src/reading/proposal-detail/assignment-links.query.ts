import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Assignment } from '../../graph/assignment.type.js';
import { CoOpinion, ExtensionRequest, ReturnRequest } from '../../graph/assignment-detail.type.js';
import {
  findAssignment,
  listContacts,
  listEntries,
  listReplies,
} from '../../graph/case-children.reference.js';
import { actionsOn, assignmentState } from '../../graph/case-files.reference.js';
import { Contact } from '../../graph/contact.type.js';
import { Feedback } from '../../graph/feedback.type.js';
import { seenFeedback } from '../../graph/feedback-sight.reference.js';
import { Unit } from '../../graph/foreign.type.js';
import { findProposalBehind } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { Reply } from '../../graph/reply.type.js';
import { TrackingEntry } from '../../graph/tracking-entry.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AvailableAction } from '../action-list/available-action.type.js';

/** What an assignment is connected with. */
@Resolver(() => Assignment)
export class AssignmentLinks {
  @FieldResolver(() => Proposal, { description: '建议提案: the case' })
  proposal(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Proposal | null> {
    return findProposalBehind(context, row.proposal_id);
  }

  @FieldResolver(() => Unit, { description: '承办单位: the unit' })
  unit(@Root() { tenant, row }: Assignment): Unit {
    return new Unit(tenant, row.unit_id);
  }

  @FieldResolver(() => Assignment, {
    nullable: true,
    description: '前一任务: the assignment it follows, of an earlier round or unit',
  })
  async previous(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Assignment | null> {
    return row.previous_id === null ? null : findAssignment(context, row.previous_id);
  }

  @FieldResolver(() => [Reply], { description: '答复: of this unit in this round, in order' })
  replies(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Reply[]> {
    return listReplies(context, 'assignment_id', row.id);
  }

  @FieldResolver(() => [Contact], { description: '沟通: contacts with the proposer, in order' })
  contacts(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Contact[]> {
    return listContacts(context, 'assignment_id', row.id);
  }

  @FieldResolver(() => [Feedback], { description: '评价: ratings of this unit in this round, in order' })
  feedback(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Feedback[]> {
    return seenFeedback(context, 'assignment_id', row.id);
  }

  @FieldResolver(() => [TrackingEntry], {
    description: '跟踪台账记录: promises of this assignment on the register',
  })
  trackingEntries(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<TrackingEntry[]> {
    return listEntries(context, 'assignment_id', row.id);
  }

  @FieldResolver(() => [ReturnRequest], { description: '退办申请: in order' })
  async returnRequests(
    @Root() { row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<ReturnRequest[]> {
    return (await assignmentState(context, row)).returns.map(ReturnRequest.of);
  }

  @FieldResolver(() => [ExtensionRequest], { description: '延期申请: in order' })
  async extensionRequests(
    @Root() { row }: Assignment,
    @Ctx() context: ProposalContext,
  ): Promise<ExtensionRequest[]> {
    return (await assignmentState(context, row)).extensions.map(ExtensionRequest.of);
  }

  @FieldResolver(() => [CoOpinion], {
    description: '协办意见: what this co-unit told the lead unit, in order',
  })
  async opinions(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<CoOpinion[]> {
    return (await assignmentState(context, row)).opinions.map(CoOpinion.of);
  }

  @FieldResolver(() => [AvailableAction], {
    description: '可办事项: what the viewer can do on this assignment now, and why not',
  })
  availableActions(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<AvailableAction[]> {
    return actionsOn(context, row.proposal_id, { assignmentId: row.id });
  }
}

@Resolver(() => ReturnRequest)
export class ReturnRequestLinks {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: '建议单位: the unit that should have it instead',
  })
  proposedUnit(@Root() { proposedUnitId }: ReturnRequest, @Ctx() { viewer }: ProposalContext): Unit | null {
    return proposedUnitId === null ? null : new Unit(viewer.tenant, proposedUnitId);
  }
}
