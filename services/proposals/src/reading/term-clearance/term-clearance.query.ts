import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Locality } from '../../graph/foreign.type.js';
import { requireOwn, requireReader } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';

@ObjectType({ description: '届终清零: what became of a term’s register' })
export class TermClearance {
  @Field(() => Int, { description: '届: number of the term' })
  term: number;

  @Field(() => Int, { description: '挂号件数: everything that was registered' })
  registered: number;

  @Field(() => Int, { description: '销号件数: struck off' })
  struckOff: number;

  @Field(() => Int, { description: '降类件数: given up as no longer feasible, each with its reason' })
  downgraded: number;

  @Field(() => Int, {
    description: '未销号件数: still open; the list is trackingEntries with `terms` and `open`',
  })
  open: number;

  @Field(() => Int, { description: '跨届件数: of the open ones, those that go on in the next term' })
  crossTerm: number;

  @Field(() => Int, { description: '最长结转年数: of the open ones' })
  longestCarried: number;

  @Field(() => Boolean, { description: '清零: whether nothing is left open, or nothing was registered' })
  cleared: boolean;
}

@Resolver(() => Locality)
export class LocalityTermClearance {
  @FieldResolver(() => TermClearance, {
    description: '届终清零: the register of a term, counted; NOT_GRANTED for another locality',
  })
  async termClearance(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('term', () => Int, { description: '届: number of the term' }) term: number,
  ): Promise<TermClearance> {
    requireOwn(context, locality);
    requireReader(context);
    const { lists } = await context.reads();
    const counted = await lists.termClearance(context.viewer, term);
    return Object.assign(new TermClearance(), { term, ...counted, cleared: counted.open === 0 });
  }
}
