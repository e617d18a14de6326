import { connectionOf } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Locality, Mandate } from '../../graph/foreign.type.js';
import { findProposal } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import { requireOwn, requireReader } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ProposalListArgs, readFilter } from './proposal-filter.input.js';

const ProposalList = connectionOf(Proposal, '建议提案');

async function list(context: ProposalContext, args: ProposalListArgs, mandateId?: string): Promise<object> {
  requireReader(context);
  const { lists } = await context.reads();
  const filter = { ...readFilter(context, args.filter), mandateId };
  const { slice, total } = await lists.proposals(context.viewer, filter, args.orderBy, args);
  return ProposalList.from(slice, (row) => new Proposal(context.viewer.tenant, row), total);
}

@Resolver()
export class ProposalQueries {
  @Query(() => Proposal, {
    nullable: true,
    description: '建议提案: one case; null when there is none that the viewer may read',
  })
  async proposal(
    @Ctx() context: ProposalContext,
    @Arg('id', () => ID, { description: '编号: of the case' }) id: string,
  ): Promise<Proposal | null> {
    requireReader(context);
    return findProposal(context, ownId(context, 'proposal', id));
  }

  @Query(() => ProposalList.Connection, {
    description: '建议提案列表: cases of the viewer’s own locality that they may read',
  })
  proposals(
    @Ctx() context: ProposalContext,
    @Args(() => ProposalListArgs) args: ProposalListArgs,
  ): Promise<object> {
    return list(context, args);
  }
}

@Resolver(() => Locality)
export class LocalityProposals {
  @FieldResolver(() => ProposalList.Connection, {
    description:
      '建议提案列表: cases of the locality that the viewer may read; NOT_GRANTED for another locality',
  })
  proposals(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Args(() => ProposalListArgs) args: ProposalListArgs,
  ): Promise<object> {
    requireOwn(context, locality);
    return list(context, args);
  }
}

@Resolver(() => Mandate)
export class MandateProposals {
  @FieldResolver(() => ProposalList.Connection, {
    description: '建议提案列表: cases that this mandate leads or co-signed and the viewer may read',
  })
  proposals(
    @Root() mandate: Mandate,
    @Ctx() context: ProposalContext,
    @Args(() => ProposalListArgs) args: ProposalListArgs,
  ): Promise<object> {
    return list(context, args, mandate.mandateId);
  }
}
