import { IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '立案编号: gives the next case number' })
export class DocketProposalInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, {
    nullable: true,
    description: '分类: code of the locality’s category; as drafted when left out',
  })
  category?: string | null;

  @Field(() => Int, { description: '年度: the year it is counted under' })
  year: number;

  @IsOptional()
  @Min(1)
  @Max(99)
  @Field(() => Int, { nullable: true, description: '届: the term' })
  term?: number | null;

  @IsOptional()
  @Min(1)
  @Max(99)
  @Field(() => Int, { nullable: true, description: '次: the session of the term' })
  session?: number | null;
}
