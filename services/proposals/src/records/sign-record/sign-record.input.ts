import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '签名: signs a work record in one of its places' })
export class SignRecordInput extends CaseCommandInput {
  @Field(() => ID, { description: '工作记录: the record' })
  recordId: string;

  @Field(() => String, {
    nullable: true,
    description: '位置: code of the place; the first open one of the role when left out',
  })
  signer?: string | null;

  @Field(() => String, { nullable: true, description: '签名人: name as signed' })
  name?: string | null;
}
