import { Field, InputType, Int } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import { ProposalKindEnum } from '../evaluation.enums.type.js';

@InputType({ description: '年度数据: which year’s figures, of which kind of cases' })
export abstract class FigureYearInput extends CommandInput {
  @Field(() => Int, { description: '年度: not after this year' })
  year: number;

  @Field(() => ProposalKindEnum, {
    description: '类型: suggestions or proposals; each office answers for its own',
  })
  kind: string;
}
