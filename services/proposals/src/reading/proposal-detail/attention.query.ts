import { DateTimeScalar } from '@duban/kernel/graphql';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { stateOf } from '../../graph/case-files.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import type { ProposalContext } from '../../proposal.context.js';

@ObjectType({ description: '社会关注度高: that many care about a case' })
export class Attention {
  @Field(() => String, { description: '依据: by what one sees it' })
  reason: string;

  @Field(() => DateTimeScalar, { description: '标注时间: since when it is marked' })
  at: string;
}

@Resolver(() => Proposal)
export class ProposalAttention {
  @FieldResolver(() => Attention, {
    nullable: true,
    description: '社会关注度高: why many are said to care about it; null when nobody said so',
  })
  async attention(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Attention | null> {
    const { attention } = await stateOf(context, row.id);
    return attention && Object.assign(new Attention(), attention);
  }
}
