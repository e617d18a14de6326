import { Field, Int, ObjectType } from 'type-graphql';
import { HolderKindEnum, QuotaStateEnum } from './duty-vocabulary.type.js';
import type { Quota as Counted } from './quota.js';

@ObjectType({ description: '定额: a number somebody has to reach in a year, and how far they are' })
export class Quota {
  constructor(readonly counted: Counted) {}

  @Field(() => HolderKindEnum, { description: '对象: whose it is' })
  get subjectKind(): string {
    return this.counted.subject.kind;
  }

  @Field(() => String, { description: '名称: of the person, organ or unit' })
  get subject(): string {
    return this.counted.subject.name;
  }

  @Field(() => String, { description: '规则: code of the rule in the locality’s process' })
  get rule(): string {
    return this.counted.rule;
  }

  @Field(() => String, { description: '规则名称: in Chinese' })
  get label(): string {
    return this.counted.label.zh;
  }

  @Field(() => String, { description: '英文规则名称: in English' })
  get labelEn(): string {
    return this.counted.label.en;
  }

  @Field(() => Int, { description: '应有: how many are required' })
  get required(): number {
    return this.counted.required;
  }

  @Field(() => Int, { nullable: true, description: '上限: how many there may be' })
  get max(): number | null {
    return this.counted.max;
  }

  @Field(() => Int, { description: '已有: how many there are' })
  get done(): number {
    return this.counted.done;
  }

  @Field(() => Int, { description: '尚缺: how many are missing' })
  get missing(): number {
    return this.counted.missing;
  }

  @Field(() => QuotaStateEnum, { description: '状态: met, open, at risk, impossible or exceeded' })
  get state(): string {
    return this.counted.state;
  }

  @Field(() => String, { description: '说明: how it was counted, in Chinese' })
  get explanation(): string {
    return this.counted.explanation.zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get explanationEn(): string {
    return this.counted.explanation.en;
  }
}
