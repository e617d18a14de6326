import { dateInShanghai } from '@duban/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Locality, Unit } from '../../graph/foreign.type.js';
import { requireOwn, requireReader } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { explainHeadQuota, headQuota } from '../../reading/head-quota/head-quota.js';
import { type Quota as Counted, dutyQuotas, quotaState } from '../quota.js';
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

const HEAD_REPLIES = { zh: '主要负责人面复', en: 'Replies brought by the head' };

@Resolver(() => Unit)
export class UnitQuotas {
  @FieldResolver(() => [Quota], {
    description:
      '单位定额: what the unit has to reach in a year, one for each kind of cases that has such a rule',
  })
  async quotas(
    @Root() { unitId }: Unit,
    @Arg('year', () => Int, { description: '年度: of the cases' }) year: number,
    @Ctx() context: ProposalContext,
  ): Promise<Quota[]> {
    requireReader(context);
    const load = (unitIds: readonly string[]) => quotasOf(context, unitIds, year);
    return context.loader(`quotas of ${year}`, load).load(unitId);
  }
}

async function quotasOf(
  context: ProposalContext,
  unitIds: readonly string[],
  year: number,
): Promise<Quota[][]> {
  const { processes, lists } = await context.reads();
  const today = dateInShanghai(context.now());
  const names = await lists.unitNames(unitIds);
  const quotas = new Map(unitIds.map((id) => [id, [] as Quota[]]));
  const { process: shared } = await processes.getInForce(today, null);
  for (const kind of shared.kinds) {
    const { process } = await processes.getInForce(today, kind);
    const { count, mode } = process.replies.headQuota;
    if (mode === 'OFF') continue;
    const items = await lists.headQuotaItems(unitIds, year, [kind]);
    for (const [id, ofUnit] of quotas) {
      const own = items.filter((item) => item.unitId === id);
      ofUnit.push(new Quota(ofHead(id, names.get(id) ?? '', headQuota(own, count), count)));
    }
  }
  return [...quotas.values()];
}

/** LN-12 in the words that all quotas have. */
function ofHead(unitId: string, name: string, head: ReturnType<typeof headQuota>, count: number): Counted {
  const { required, done, missing, unanswered } = head;
  return {
    subject: { kind: 'UNIT', key: unitId, name },
    ...{ rule: 'head-replies', label: HEAD_REPLIES, required, max: null, done, missing },
    state: quotaState({ required, max: null, done, possible: unanswered }),
    explanation: explainHeadQuota(head, count),
  };
}
