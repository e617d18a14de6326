import { DateScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { CanonicalLevelEnum, CanonicalOutcomeEnum, SatisfactionAxisEnum } from '../evaluation.enums.type.js';
import type { Facts } from './fact.js';
import { ItemRulesType } from './item-rules.type.js';
import { AXES, type Axis, type CanonicalOutcome, type Level, outcomesIn } from './vocabulary.js';

const DATE = (description: string) => ({ nullable: true, description });

@ObjectType('CaseSatisfaction', {
  description: '满意度: the item’s level on one axis, over all raters and units',
})
export class CaseSatisfactionType {
  @Field(() => SatisfactionAxisEnum, { description: '评价方面: what was rated' })
  axis: Axis;

  @Field(() => CanonicalLevelEnum, DATE('首次: level of the first round; null while a rating is missing'))
  first: Level | null;

  @Field(() => CanonicalLevelEnum, DATE('最终: level of the latest round that was rated'))
  final: Level | null;
}

@ObjectType('CaseFacts', {
  description:
    '案件事实: what figures count about one case; replied, closed, solved and satisfied are four facts',
})
export class CaseFactsType {
  @Field(() => Int, DATE('年度: year of the session'))
  year: number | null;

  @Field(() => DateScalar, DATE('提交日期: when it was submitted'))
  submittedOn: string | null;

  @Field(() => DateScalar, DATE('立案日期: when it was docketed'))
  acceptedOn: string | null;

  @Field(() => DateScalar, DATE('交办日期: when it was first handed over'))
  handedOverOn: string | null;

  @Field(() => DateScalar, DATE('办复日期: when the last reply that the first handover asked for went out'))
  repliedOn: string | null;

  @Field(() => DateScalar, DATE('办结日期: when handling ended'))
  closedOn: string | null;

  @Field(() => DateScalar, DATE('办成日期: since when it is solved'))
  solvedOn: string | null;

  @Field(() => DateScalar, DATE('满意日期: since when every rater is satisfied'))
  satisfiedOn: string | null;

  @Field(() => DateScalar, DATE('办理期限: latest due date, approved extensions included'))
  dueOn: string | null;

  @Field(() => DateScalar, DATE('原定期限: latest due date as first set'))
  dueOriginalOn: string | null;

  @Field(() => [CanonicalOutcomeEnum], { description: '办理结果含义: of the confirmed class; empty before' })
  outcomes: readonly CanonicalOutcome[];

  @Field(() => String, DATE('本地类别: the confirmed class; the worst, with separate units'))
  localClass: string | null;

  @Field(() => [CaseSatisfactionType], { description: '满意度: axis by axis, for those that were rated' })
  satisfaction: readonly CaseSatisfactionType[];

  @Field(() => Int, { description: '轮次: rounds of handling' })
  rounds: number;

  @Field(() => Int, { description: '沟通次数: contacts with the proposers' })
  contacts: number;

  @Field(() => Boolean, { description: '面复: answered in person by every unit that answered' })
  faceReply: boolean;

  @Field(() => Boolean, { description: '主要负责人面复: by the head of each of these units' })
  headFaceReply: boolean;

  @Field(() => Int, { description: '退办次数: returns with approval' })
  returns: number;

  @Field(() => Int, { description: '跟踪事项: entries ever put on the register' })
  tracked: number;

  @Field(() => Int, { description: '在册未销: entries still open' })
  openEntries: number;

  @Field(() => Int, { description: '成果转化: policies, standards, projects and the like that came of it' })
  conversions: number;

  @Field(() => DateScalar, DATE('结果公开日期: since when its result is open to the public'))
  disclosedOn: string | null;

  @Field(() => Boolean, { description: '网上提交: submitted on line, and not on paper or by a ledger' })
  online: boolean;

  @Field(() => ItemRulesType, {
    description: '取值规则: how the case got its class and its levels; as it was handed over under',
  })
  itemRules: ItemRulesType;

  static of(facts: Facts): CaseFactsType {
    const outcomes = facts.outcomes ? outcomesIn(facts.outcomes) : [];
    return Object.assign(new CaseFactsType(), {
      ...facts,
      outcomes,
      online: facts.source === 'ONLINE',
      itemRules: ItemRulesType.of(facts.countedBy),
      satisfaction: satisfactionIn(facts),
    });
  }
}

const LEVELS_OF: Readonly<Record<Axis, (facts: Facts) => Pick<CaseSatisfactionType, 'first' | 'final'>>> = {
  ATTITUDE: ({ attitudeFirst, attitudeFinal }) => ({ first: attitudeFirst, final: attitudeFinal }),
  RESULT: ({ resultFirst, resultFinal }) => ({ first: resultFirst, final: resultFinal }),
  OVERALL: ({ overallFirst, overallFinal }) => ({ first: overallFirst, final: overallFinal }),
};

const satisfactionIn = (facts: Facts): CaseSatisfactionType[] =>
  AXES.map((axis) => Object.assign(new CaseSatisfactionType(), { axis, ...LEVELS_OF[axis](facts) })).filter(
    ({ first, final }) => first !== null || final !== null,
  );
