import type { CalendarDate } from '@duban/kernel';
import { dateInShanghai } from '@duban/kernel';
import { DateScalar, enumOf, PageArgs } from '@duban/kernel/graphql';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import { requireTexts } from '../../graph/readers.input.js';
import { CasePhaseEnum, ProposalKindEnum, SessionPeriodEnum } from '../../graph/vocabulary.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import type { ProposalFilter, ProposalOrder } from './proposal-list.read.js';

export const ProposalOrderEnum = enumOf<ProposalOrder>('ProposalOrder', '排序: what cases are sorted by', {
  CHANGED_LATEST: '更新时间: last changed first',
  SUBMITTED_LATEST: '提交时间: last submitted first, drafts before them',
  SUBMITTED_EARLIEST: '提交时间: first submitted first, drafts at the end',
  HANDED_OVER_LATEST: '交办时间: last handed over first, those not handed over before them',
  DUE_EARLIEST: '到期日: due first, those without a date at the end',
  CASE_NUMBER: '案号: by case number as text, those without one first',
  TITLE: '标题: by title in pinyin',
});

@InputType({ description: '筛选: which cases; conditions add up, the values of one list are alternatives' })
export class ProposalFilterInput {
  @Field(() => [ProposalKindEnum], { nullable: true, description: '件别: suggestion or proposal' })
  kinds?: string[] | null;

  @Field(() => [SessionPeriodEnum], { nullable: true, description: '时段: in session or between sessions' })
  periods?: string[] | null;

  @Field(() => [Int], { nullable: true, description: '年度: years they are counted under' })
  years?: number[] | null;

  @Field(() => [CasePhaseEnum], { nullable: true, description: '阶段: where they stand' })
  phases?: string[] | null;

  @Field(() => [ID], { nullable: true, description: '承办单位: handled by one of these units, in any role' })
  unitIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: '领衔人: led by this mandate' })
  leadProposerId?: string | null;

  @Field(() => [String], { nullable: true, description: '分类: codes of the locality’s own categories' })
  categories?: string[] | null;

  @Field(() => [String], { nullable: true, description: '办理结果类别: the locality’s own classes' })
  classes?: string[] | null;

  @Field(() => [String], { nullable: true, description: '重点层级: the locality’s own tiers of key items' })
  keyTiers?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '疑难件: hard matters only, or none of them' })
  hard?: boolean | null;

  @Field(() => String, { nullable: true, description: '标题包含: part of the title, 1 to 100 characters' })
  titleContains?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '提交自: submitted on or after' })
  submittedFrom?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '提交至: submitted on or before' })
  submittedTo?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '交办自: handed over on or after' })
  handedOverFrom?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '交办至: handed over on or before' })
  handedOverTo?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '到期自: due on or after' })
  dueFrom?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '到期至: due on or before' })
  dueTo?: CalendarDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '仅逾期: true for those past due without all replies',
  })
  overdue?: boolean | null;
}

@ArgsType()
export class ProposalListArgs extends PageArgs {
  @Field(() => ProposalFilterInput, { nullable: true, description: '筛选: which cases; all when left out' })
  filter?: ProposalFilterInput | null;

  @Field(() => ProposalOrderEnum, { defaultValue: 'CHANGED_LATEST', description: '排序: what to sort by' })
  orderBy: ProposalOrder;
}

/** The filter with bare ids. A wrong text, or an id that is none, fails with a documented code. */
export function readFilter(
  context: ProposalContext,
  input: ProposalFilterInput | null | undefined,
): ProposalFilter {
  if (!input) return {};
  const { unitIds, leadProposerId, overdue, ...rest } = input;
  requireTexts('titleContains', [input.titleContains]);
  for (const field of ['categories', 'classes', 'keyTiers'] as const) requireTexts(field, input[field]);
  requireTexts('unitIds', unitIds);
  return {
    ...rest,
    unitIds: unitIds?.map((id) => ownId(context, 'unit', id, 'unitIds')),
    leadMandateId: ownIdOf(context, 'mandate', leadProposerId, 'leadProposerId'),
    overdueOn: overdue ? dateInShanghai(context.now()) : null,
  };
}
