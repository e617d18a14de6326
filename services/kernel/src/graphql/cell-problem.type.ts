import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';

/** What is wrong with one cell of a table; each import names a type of its own after it. */
@ObjectType({ description: '单元格问题: one bad cell, and what is allowed there' })
export abstract class CellProblemType {
  @Field(() => Int, { description: '行号: row of the table' })
  row: number;

  @Field(() => String, { description: '列名: heading of the column' })
  column: string;

  @Field(() => String, { description: '内容: what the cell holds, cut at 60 characters' })
  value: string;

  @Field(() => String, { description: '代码: what is wrong with it' })
  code: string;

  @Field(() => String, { description: '说明: what is allowed, in Chinese' })
  message: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  messageEn: string;
}
