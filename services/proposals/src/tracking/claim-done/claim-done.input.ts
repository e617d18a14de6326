import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { EvidenceInput } from '../../graph/evidence.input.js';

@InputType({ description: '申请销号: the unit says the promise is kept, with evidence' })
export class ClaimDoneInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => String, { description: '内容: what was done' })
  text: string;

  @ArrayMaxSize(50)
  @Field(() => [EvidenceInput], { description: '落实证明: what the claim rests on' })
  evidence: EvidenceInput[];
}
