import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { TrackingEntry as EntryState } from '../../case/state.js';
import { stateWithLimits } from '../../graph/case-files.reference.js';
import { DueDate } from '../../graph/due-date.type.js';
import { EntryPlan, EntryRating } from '../../graph/entry-pursuit.type.js';
import { forPersons, sightOf } from '../../graph/feedback-sight.reference.js';
import { Mandate } from '../../graph/foreign.type.js';
import { TrackingEntry } from '../../graph/tracking-entry.type.js';
import type { ProposalContext } from '../../proposal.context.js';

async function entryState(context: ProposalContext, { row }: TrackingEntry): Promise<EntryState> {
  const state = await stateWithLimits(context, row.proposal_id);
  const found = state.entries.find(({ entryId }) => entryId === row.id);
  if (!found) throw new Error(`entry ${row.id} is not in the events of its case`);
  return found;
}

/** What is done about a promise while it is on the register. */
@Resolver(() => TrackingEntry)
export class EntryPursuitLinks {
  @FieldResolver(() => DueDate, { nullable: true, description: '目标日期: until when it is to be kept' })
  async due(@Root() entry: TrackingEntry, @Ctx() context: ProposalContext): Promise<DueDate | null> {
    return DueDate.of(entry.row.due) ?? DueDate.of((await entryState(context, entry)).due);
  }

  @FieldResolver(() => EntryPlan, { nullable: true, description: '推进计划: who sees to it, and the steps' })
  async plan(@Root() entry: TrackingEntry, @Ctx() context: ProposalContext): Promise<EntryPlan | null> {
    return EntryPlan.of((await entryState(context, entry)).plan);
  }

  @FieldResolver(() => [EntryRating], { description: '后续办理评价: in later years, in order' })
  async ratings(@Root() entry: TrackingEntry, @Ctx() context: ProposalContext): Promise<EntryRating[]> {
    if ((await sightOf(context, entry.row.proposal_id)) === 'NOTHING') return [];
    return (await entryState(context, entry)).ratings.map((one) =>
      EntryRating.of(one, entry.row.proposal_id),
    );
  }

  @FieldResolver(() => [Int], { description: '跨届: numbers of the terms it was carried into' })
  async crossedTerms(@Root() entry: TrackingEntry, @Ctx() context: ProposalContext): Promise<number[]> {
    return (await entryState(context, entry)).crossedTerms.map(({ toTerm }) => toTerm);
  }
}

@Resolver(() => EntryRating)
export class EntryRatingLinks {
  @FieldResolver(() => Mandate, {
    nullable: true,
    description: '评价人: who rated; null for a unit that the process lets see levels alone',
  })
  ratedBy(
    @Root() { respondent, proposalId }: EntryRating,
    @Ctx() context: ProposalContext,
  ): Promise<Mandate | null> {
    return forPersons(context, proposalId, new Mandate(context.viewer.tenant, respondent));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '意见: what the proposer added; null where the person is not shown either',
  })
  comment(
    @Root() { said, proposalId }: EntryRating,
    @Ctx() context: ProposalContext,
  ): Promise<string | null> {
    return forPersons(context, proposalId, said);
  }
}
