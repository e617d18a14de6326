import { enumOf } from '@duban/kernel/graphql';
import { Field, ObjectType } from 'type-graphql';

export const WordKindEnum = enumOf('WordKind', '用语种类: what a word of a locality names', {
  ORGAN: '机构: an organ',
  ROLE: '角色: a role',
  STEP: '步骤: something that can be done',
  PHASE: '阶段: a phase of a case, an assignment or a tracking entry',
  EVENT: '事件: something that happened',
});

@ObjectType({ description: '用语: what a canonical code is called in a locality' })
export class LocalWord {
  @Field(() => WordKindEnum, { description: '种类: what it names' })
  kind: string;

  @Field(() => String, { description: '代码: the same in every locality' })
  code: string;

  @Field(() => String, { description: '名称: in the language asked for; Chinese where it has no word in it' })
  label: string;
}
