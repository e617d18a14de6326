import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '程序问题: something wrong in a written process, and where' })
export class ProcessProblem {
  @Field(() => Int, { description: '行: line of the text, from 1' })
  line: number;

  @Field(() => Int, { description: '列: column, from 1' })
  column: number;

  @Field(() => String, { description: '路径: where in the process, such as deadlines.reply' })
  path: string;

  @Field(() => String, { description: '来源: whose document it is in' })
  source: string;

  @Field(() => String, { description: '说明: what is wrong and what to write, in Chinese' })
  message: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  messageEn: string;
}
