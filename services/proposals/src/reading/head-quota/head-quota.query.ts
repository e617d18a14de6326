import { dateInShanghai } from '@duban/kernel';
import { DateTimeScalar, enumOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';

import { Unit } from '../../graph/foreign.type.js';
import { requireReader } from '../../graph/readers.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import type { ClosedYear } from '../../handling/close-unit-year/unit-year.store.js';
import type { ProposalContext } from '../../proposal.context.js';
import { explainHeadQuota, type HeadQuotaState, headQuota } from './head-quota.js';

const HeadQuotaStateEnum = enumOf<HeadQuotaState>(
  'HeadQuotaState',
  '面复定额状态: whether a head’s quota is met or can be',
  {
    MET: '已达到: met',
    OPEN: '未达到: can still be met',
    AT_RISK: '有风险: only if the head brings every reply that is left',
    IMPOSSIBLE: '无法达到: not even then',
  },
);

@ObjectType({ description: '一把手面复定额: how many replies the head of a unit brings in person in a year' })
export class HeadReplyQuota {
  @Field(() => Int, { description: '年度: the year the cases are counted under' })
  year: number;

  @Field(() => ProposalKindEnum, { description: '件别: of which kind of cases' })
  kind: string;

  @Field(() => Int, {
    description: '承办件数: led, handled alone or separately; co-handled ones are not counted',
  })
  items: number;

  @Field(() => Int, { description: '应面复: how many the head brings' })
  required: number;

  @Field(() => Int, { description: '已面复: how many the head has brought' })
  done: number;

  @Field(() => Int, { description: '尚缺: how many are missing' })
  missing: number;

  @Field(() => Int, { description: '未答复: those by which it can still be met' })
  unanswered: number;

  @Field(() => HeadQuotaStateEnum, { description: '状态: met, open, at risk or impossible' })
  state: string;

  @Field(() => String, { description: '要求: BLOCK, WARN or OFF at the closing of the unit’s year' })
  mode: string;

  @Field(() => String, { description: '说明: how it was counted, in Chinese' })
  explanation: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  explanationEn: string;
}

@ObjectType({ description: '单位年度办结: the closing of a unit’s year' })
export class UnitYear {
  @Field(() => Int, { description: '年度: the year' })
  year: number;

  @Field(() => [String], { description: '提示: codes of what was not met and only warned of' })
  warnings: readonly string[];

  @Field(() => DateTimeScalar, { description: '办结时间: when' })
  closedAt: Date;
}

@Resolver(() => Unit)
export class UnitHeadQuota {
  @FieldResolver(() => HeadReplyQuota, {
    description:
      '一把手面复定额: min(n, 3) of a year’s cases, or as the locality says; of all of the unit’s cases',
  })
  async headReplyQuota(
    @Root() unit: Unit,
    @Ctx() context: ProposalContext,
    @Arg('year', () => Int, { description: '年度: the year the cases are counted under' }) year: number,
    @Arg('kind', () => ProposalKindEnum, {
      defaultValue: 'NPC_SUGGESTION',
      description: '件别: of which kind of cases',
    })
    kind: ProposalKind,
  ): Promise<HeadReplyQuota> {
    requireReader(context);
    const { processes, lists } = await context.reads();
    const { process } = await processes.getInForce(dateInShanghai(context.now()), kind);
    const { count, mode } = process.replies.headQuota;
    const load = async (ids: readonly string[]) => {
      const rows = await lists.headQuotaItems(ids, year, [kind]);
      return ids.map((id) => rows.filter(({ unitId }) => unitId === id));
    };
    const items = await context
      .loader<string, Awaited<ReturnType<typeof load>>[number]>(`head quota of ${kind} ${year}`, load)
      .load(unit.unitId);
    const quota = headQuota(items, count);
    const words = explainHeadQuota(quota, count);
    const told = { explanation: words.zh, explanationEn: words.en };
    return Object.assign(new HeadReplyQuota(), { year, kind, mode, ...quota, ...told });
  }

  @FieldResolver(() => UnitYear, {
    nullable: true,
    description: '单位年度办结: null while the unit’s year is open',
  })
  async closedYear(
    @Root() unit: Unit,
    @Ctx() context: ProposalContext,
    @Arg('year', () => Int, { description: '年度: the year' }) year: number,
  ): Promise<UnitYear | null> {
    requireReader(context);
    const load = async (unitIds: readonly string[]): Promise<(ClosedYear | null)[]> => {
      const { unitYears } = await context.reads();
      const closed = new Map((await unitYears.closed(unitIds, year)).map((row) => [row.unitId, row]));
      return unitIds.map((id) => closed.get(id) ?? null);
    };
    const found = await context
      .loader<string, ClosedYear | null>(`closed years of ${year}`, load)
      .load(unit.unitId);
    return found && Object.assign(new UnitYear(), { ...found, closedAt: new Date(found.closedAt) });
  }
}
