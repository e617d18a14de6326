import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { KeyDesignation, ReviewDecision, SubmittedText, Withdrawal } from '../../graph/case-detail.type.js';
import { stateOf } from '../../graph/case-files.reference.js';
import { Unit } from '../../graph/foreign.type.js';
import { Proposal } from '../../graph/proposal.type.js';
import type { ProposalContext } from '../../proposal.context.js';

/** What is read off the case's events rather than off a table of its own. */
@Resolver(() => Proposal)
export class ProposalHistory {
  @FieldResolver(() => [Unit], { description: '建议承办单位: units the proposer suggests' })
  async suggestedUnits(@Root() { tenant, row }: Proposal, @Ctx() context: ProposalContext): Promise<Unit[]> {
    const { content } = await stateOf(context, row.id);
    return content.suggestedUnitIds.map((id) => new Unit(tenant, id));
  }

  @FieldResolver(() => [ReviewDecision], {
    description: '审查意见: decisions of the review stages, in order',
  })
  async reviews(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<ReviewDecision[]> {
    return (await stateOf(context, row.id)).reviews.map(ReviewDecision.of);
  }

  @FieldResolver(() => [SubmittedText], { description: '提交文本: every text that was submitted, in order' })
  async submissions(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<SubmittedText[]> {
    return (await stateOf(context, row.id)).snapshots.map(SubmittedText.of);
  }

  @FieldResolver(() => Withdrawal, { nullable: true, description: '撤案: null unless it was withdrawn' })
  async withdrawal(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Withdrawal | null> {
    const { withdrawal } = await stateOf(context, row.id);
    return withdrawal && Object.assign(new Withdrawal(), withdrawal);
  }

  @FieldResolver(() => [KeyDesignation], {
    description: '重点件确定: that and why it is a key item, in order',
  })
  async keyDesignations(
    @Root() { row }: Proposal,
    @Ctx() context: ProposalContext,
  ): Promise<KeyDesignation[]> {
    return (await stateOf(context, row.id)).keyDesignations.map(KeyDesignation.of);
  }
}
