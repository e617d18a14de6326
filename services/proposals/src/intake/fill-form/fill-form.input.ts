import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { FormationKind } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { FormationKindEnum } from '../../graph/submission.type.js';

@InputType({ description: '联系人: whom to ask about the matter' })
export class ContactPersonInput {
  @Field(() => String, { description: '姓名: name' })
  name: string;

  @Field(() => String, { nullable: true, description: '电话: shown to offices and handling units only' })
  phone?: string | null;
}

@InputType({ description: '填写提交表: what is left out stays as it is; null takes an answer back' })
export class FillFormInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, { nullable: true, description: '来源: code of one of the locality’s origins' })
  origin?: string | null;

  @Field(() => String, { nullable: true, description: '来源说明: e.g. which station, which meeting' })
  originNote?: string | null;

  @IsOptional()
  @ArrayMaxSize(10)
  @Field(() => [FormationKindEnum], {
    nullable: true,
    description: '形成方式: how the matter was worked out',
  })
  formation?: FormationKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: '连续提出年数: for how many years it was proposed and not solved; 0 when it is new',
  })
  repeatedYears?: number | null;

  @Field(() => Boolean, { nullable: true, description: '希望加强联系: the author wishes more contact' })
  wishesContact?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '仅供参考: no written reply is needed',
  })
  replyNotNeeded?: boolean | null;

  @Field(() => ContactPersonInput, { nullable: true, description: '联系人: whom to ask about the matter' })
  contactPerson?: ContactPersonInput | null;

  @IsOptional()
  @ArrayMaxSize(50)
  @Field(() => [String], { nullable: true, description: '撰写清单: codes of the points that are done' })
  checklist?: string[] | null;
}
