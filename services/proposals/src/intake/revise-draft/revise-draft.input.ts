import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '修改草稿: changes the text; what is left out stays' })
export class ReviseDraftInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, { nullable: true, description: '标题: one line' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: '正文: the text' })
  body?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '分类: code of the locality’s category; null clears it',
  })
  category?: string | null;

  @IsOptional()
  @ArrayMaxSize(50)
  @Field(() => [ID], { nullable: true, description: '建议承办单位: units that should handle it' })
  suggestedUnitIds?: string[] | null;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
