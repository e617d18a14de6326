import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '查阅下级件: names a case of a locality below' })
export class OpenSharedCaseInput {
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => ID, { description: '建议提案: the case, by the id that the list behind a figure gives' })
  proposalId: string;
}
