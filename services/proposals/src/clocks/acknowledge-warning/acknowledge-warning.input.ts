import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '知悉预警: says that whoever was told has taken note' })
export class AcknowledgeWarningInput {
  @Field(() => String, {
    description: '幂等键: 1 to 100 characters; the same key with the same input is done once',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: '预警: the warning' })
  warningId: string;

  @Field(() => String, { nullable: true, description: '说明: what is being done about it' })
  note?: string | null;
}
