import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '退回销号申请: says that what was claimed is not so' })
export class RefuseClaimInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => String, { description: '理由: why' })
  reason: string;
}
