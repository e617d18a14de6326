import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RecordedCaseEvent } from '../../case/events.js';
import { Assignment } from '../../graph/assignment.type.js';
import { findAssignment } from '../../graph/case-children.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { withoutHiddenRecords } from '../../records/hidden-records.js';
import { TimelineEntry } from './timeline-entry.type.js';

function eventsOf(context: ProposalContext, proposalId: string): Promise<readonly RecordedCaseEvent[]> {
  const load = async (ids: readonly string[]) => {
    const { cases } = await context.reads();
    const events = await cases.eventsOf(ids);
    return ids.map((id) => events.get(id) ?? []);
  };
  return context.loader('timeline', load).load(proposalId);
}

@Resolver(() => Proposal)
export class ProposalTimeline {
  @FieldResolver(() => [TimelineEntry], {
    description: '办理过程: every step, in the order in which it was recorded: what, when, who in which role',
  })
  async timeline(@Root() proposal: Proposal, @Ctx() context: ProposalContext): Promise<TimelineEntry[]> {
    const events = await eventsOf(context, proposal.row.id);
    return withoutHiddenRecords(events, context.viewer).map(
      (event) => new TimelineEntry(event, proposal.row.id),
    );
  }
}

@Resolver(() => TimelineEntry)
export class TimelineLinks {
  @FieldResolver(() => Assignment, { nullable: true, description: '承办任务: the assignment it is about' })
  async assignment(
    @Root() entry: TimelineEntry,
    @Ctx() context: ProposalContext,
  ): Promise<Assignment | null> {
    const { assignmentId } = entry.event.payload as { assignmentId?: string };
    return assignmentId === undefined ? null : findAssignment(context, assignmentId);
  }
}
