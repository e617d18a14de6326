import { dateInShanghai, mayTry } from '@duban/kernel';
import { failure } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';
import { Locality } from '../../graph/foreign.type.js';
import { requireOwn } from '../../graph/readers.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import { PROPOSAL_ACCESS } from '../../proposal.access.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CaseProcess } from './case-process.type.js';

@Resolver(() => Locality)
export class LocalityProcess {
  @FieldResolver(() => CaseProcess, {
    description: '办理程序: the process new cases follow now; NOT_GRANTED for another locality',
  })
  async process(
    @Root() locality: Locality,
    @Arg('kind', () => ProposalKindEnum, {
      nullable: true,
      description:
        '件别: whose process, where kinds of cases have rules of their own; left out, what all share',
    })
    kind: ProposalKind | null,
    @Ctx() context: ProposalContext,
  ): Promise<CaseProcess> {
    requireOwn(context, locality);
    if (!mayTry(PROPOSAL_ACCESS, 'process:read', context.viewer.role)) throw failure('FORBIDDEN');
    const { processes } = await context.reads();
    const { process } = await processes.getInForce(dateInShanghai(context.now()), kind ?? null);
    return new CaseProcess(process);
  }
}
