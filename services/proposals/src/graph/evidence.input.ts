import { Field, InputType } from 'type-graphql';

@InputType('EvidenceInput', { description: '落实证明: something that can be looked at' })
export class EvidenceInput {
  @Field(() => String, { description: '名称: what it is' })
  title: string;

  @Field(() => String, { nullable: true, description: '出处: where it is kept, such as a file number' })
  reference?: string | null;
}
