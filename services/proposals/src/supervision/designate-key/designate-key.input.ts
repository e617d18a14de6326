import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '列为重点件: makes the case a key item' })
export class DesignateKeyInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => String, { description: '重点层级: one of the locality’s tiers' })
  tier: string;

  @Field(() => String, { nullable: true, description: '决定机关: who decided it' })
  decidedBy?: string | null;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}
