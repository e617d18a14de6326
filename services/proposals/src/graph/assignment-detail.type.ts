import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type {
  CoOpinion as CoOpinionFact,
  Extension as ExtensionFact,
  ReturnRequest as ReturnFact,
} from '../case/state.js';
import { DueDate } from './due-date.type.js';
import { RequestDecisionEnum } from './handling-vocabulary.type.js';
import { DateUnitEnum } from './vocabulary.type.js';

@ObjectType({ description: '提请裁定: a return taken up one rung' })
export class ArbitrationStep {
  @Field(() => String, { description: '裁定层级: code of the rung it went to' })
  rung: string;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: '时间: when' })
  at: string;
}

@ObjectType({ description: '退办申请: the unit says it is not its business' })
export class ReturnRequest {
  readonly proposedUnitId: string | null;

  @Field(() => String, { description: '理由: why' })
  reason: string;

  @Field(() => DateTimeScalar, { description: '申请时间: when it was asked for' })
  requestedAt: string;

  @Field(() => Boolean, { description: '逾期: asked for after the time for it' })
  late: boolean;

  @Field(() => DueDate, { nullable: true, description: '裁定期限: until when it is to be decided' })
  decideBy: DueDate | null;

  @Field(() => String, {
    nullable: true,
    description: '裁定层级: code of the rung it lies on; null where the arbiters decide alone',
  })
  rung: string | null;

  @Field(() => [ArbitrationStep], { description: '提请裁定: how it went up, in order' })
  steps: ArbitrationStep[];

  @Field(() => RequestDecisionEnum, { nullable: true, description: '裁定: null while it waits' })
  decision: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '裁定时间: when it was decided' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: '裁定理由: why so' })
  decisionReason: string | null;

  static of = ({ decideBy, rung = null, steps = [], ...rest }: ReturnFact): ReturnRequest =>
    Object.assign(new ReturnRequest(), rest, { decideBy: DueDate.of(decideBy), rung, steps });
}

@ObjectType({ description: '延期申请: the unit asks for more time' })
export class ExtensionRequest {
  @Field(() => Int, { description: '长度: how much longer' })
  amount: number;

  @Field(() => DateUnitEnum, { description: '单位: what the length is counted in' })
  unit: string;

  @Field(() => String, { description: '理由: why' })
  reason: string;

  @Field(() => DateTimeScalar, { description: '申请时间: when it was asked for' })
  requestedAt: string;

  @Field(() => RequestDecisionEnum, { nullable: true, description: '裁定: null while it waits' })
  decision: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '裁定时间: when it was decided' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: '裁定理由: why so' })
  decisionReason: string | null;

  static of = (fact: ExtensionFact): ExtensionRequest => Object.assign(new ExtensionRequest(), fact);
}

@ObjectType({ description: '协办意见: what a co-unit tells the lead unit' })
export class CoOpinion {
  @Field(() => String, { description: '内容: the opinion' })
  text: string;

  @Field(() => String, { nullable: true, description: '文号: number of the letter' })
  documentNumber: string | null;

  @Field(() => Boolean, { description: '同意: whether the co-unit agrees with what the lead unit intends' })
  agreed: boolean;

  @Field(() => DateTimeScalar, { description: '时间: when it was given' })
  givenAt: string;

  static of = (fact: CoOpinionFact): CoOpinion => Object.assign(new CoOpinion(), fact);
}
