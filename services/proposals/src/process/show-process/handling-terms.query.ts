import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { FieldTypeEnum, PlanKindEnum } from '../../graph/handover-vocabulary.type.js';
import { handoverRules, responsibilityFields, rungsOf } from '../handover.js';
import { planRules } from '../plans.js';
import type { TypedField } from '../typed-field.js';
import { CaseProcess } from './case-process.type.js';
import { LocalTerm } from './process-terms.type.js';

@ObjectType({ description: '要素定义: a field the locality asks for' })
export class FieldTerm extends LocalTerm {
  @Field(() => String, { description: '含义: what it means, such as SUPERVISING_LEADER; OTHER for its own' })
  meaning: string;

  @Field(() => FieldTypeEnum, { description: '类型: what kind of value it takes' })
  type: string;

  @Field(() => Boolean, { description: '必填: whether it has to be given' })
  required: boolean;

  @Field(() => Boolean, { description: '每单位一份: whether it is given for each unit' })
  perUnit: boolean;

  @Field(() => [LocalTerm], { description: '选项: what may be chosen' })
  choices: LocalTerm[];
}

@ObjectType({ description: '裁定层级: a rung of the ladder on which returns are decided' })
export class RungTerm extends LocalTerm {
  @Field(() => Int, { description: '次序: from 1' })
  position: number;
}

type Fields = Readonly<Record<string, TypedField & { readonly meaning: string; readonly perUnit?: boolean }>>;

const termsOf = (fields: Fields): FieldTerm[] =>
  Object.entries(fields)
    .sort(([, one], [, other]) => (one.order ?? 0) - (other.order ?? 0))
    .map(([code, { label, meaning, type, required, perUnit = false, choices = {} }]) =>
      Object.assign(new FieldTerm(), term(code, label), {
        meaning,
        type,
        required,
        perUnit,
        choices: Object.entries(choices).map(([each, words]) =>
          Object.assign(new LocalTerm(), term(each, words)),
        ),
      }),
    );

const term = (code: string, label: TypedField['label']) => ({ code, name: label.zh, nameEn: label.en });

/** What forms of the handover and the handling need to know of the locality's process. */
@Resolver(() => CaseProcess)
export class HandlingTerms {
  @FieldResolver(() => [FieldTerm], { description: '交办要素: fields of the handover' })
  handoverFields(@Root() { process }: CaseProcess): FieldTerm[] {
    return termsOf(handoverRules(process).fields);
  }

  @FieldResolver(() => [FieldTerm], { description: '责任要素: what a unit says of who is responsible' })
  responsibilityFields(@Root() { process }: CaseProcess): FieldTerm[] {
    return termsOf(responsibilityFields(process));
  }

  @FieldResolver(() => [FieldTerm], { description: '计划要素: elements of a plan' })
  planFields(@Root() { process }: CaseProcess): FieldTerm[] {
    return termsOf(planRules(process).fields);
  }

  @FieldResolver(() => [PlanKindEnum], { description: '计划种类: kinds of plans; none: no plans are kept' })
  planKinds(@Root() { process }: CaseProcess): readonly string[] {
    return planRules(process).kinds;
  }

  @FieldResolver(() => [RungTerm], {
    description: '裁定阶梯: who decides a return first, and to whom it goes; empty: the arbiters alone',
  })
  arbitrationRungs(@Root() { process }: CaseProcess): RungTerm[] {
    return rungsOf(process).map(({ code, label }, index) =>
      Object.assign(new RungTerm(), term(code, label), { position: index + 1 }),
    );
  }
}
