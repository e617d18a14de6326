import { Field, InputType } from 'type-graphql';

@InputType({ description: '佐证材料: a document that shows why a grade is what it is' })
export class ScoreDocumentInput {
  @Field(() => String, { description: '名称: what it is, 1 to 200 characters' })
  title: string;

  @Field(() => String, {
    description: '出处: where it is kept, such as a document number, 1 to 500 characters',
  })
  reference: string;
}
