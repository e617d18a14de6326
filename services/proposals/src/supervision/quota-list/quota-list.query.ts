import { dateInShanghai } from '@duban/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Locality } from '../../graph/foreign.type.js';
import { requireOwn, requireReader } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { dutyQuotas } from '../quota.js';
import { Quota } from '../quota.type.js';

@Resolver(() => Locality)
export class LocalityQuotas {
  @FieldResolver(() => [Quota], {
    description:
      '督办定额: how many items each leader, committee and member has; NOT_GRANTED for another locality',
  })
  async quotas(
    @Root() locality: Locality,
    @Arg('year', () => Int, { description: '年度: of the cases' }) year: number,
    @Ctx() context: ProposalContext,
  ): Promise<Quota[]> {
    requireOwn(context, locality);
    requireReader(context);
    const { processes, lists } = await context.reads();
    const { process } = await processes.getInForce(dateInShanghai(context.now()), null);
    const [held, organs] = [await lists.duties(year), await lists.organNames()];
    return Object.entries(process.supervision.quotas)
      .filter(([, { mode }]) => mode !== 'OFF')
      .flatMap(([code, rule]) => dutyQuotas(code, rule, held, organs))
      .map((quota) => new Quota(quota));
  }
}
