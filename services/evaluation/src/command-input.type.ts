import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** What every command of this service carries. */
@InputType({ description: '命令: what every command carries' })
export abstract class CommandInput {
  @Length(1, 100)
  @Field(() => String, {
    description: '幂等键: 1 to 100 characters; the same key with the same input is done once',
  })
  idempotencyKey: string;
}
