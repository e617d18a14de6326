import { mayTry } from '@duban/kernel';
import { failure, PageArgs } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Locality } from '../graph/foreign.type.js';
import { requireOwn } from '../graph/readers.input.js';
import { PROPOSAL_ACCESS } from '../proposal.access.js';
import type { ProposalContext } from '../proposal.context.js';
import { CaseOpening, CaseOpeningConnection } from './shared-case.type.js';

@Resolver(() => Locality)
export class LocalityOpenings {
  @FieldResolver(() => CaseOpeningConnection.Connection, {
    nullable: true,
    description:
      '正文查阅记录: who above opened which of the locality’s cases with its texts, the last first; NOT_GRANTED for another locality',
  })
  async caseOpenings(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    requireOwn(context, locality);
    if (!mayTry(PROPOSAL_ACCESS, 'opening:read', context.viewer.role)) throw failure('FORBIDDEN');
    const { shared } = await context.reads();
    const slice = await shared.openings(page);
    const toNode = (opening: (typeof slice.items)[number]['row']) =>
      new CaseOpening(locality.number, opening);
    return CaseOpeningConnection.from(slice, toNode, () => shared.countOpenings());
  }
}
