import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, InputType, Int } from 'type-graphql';

/** What every mutation of this subgraph takes. */
@InputType({ description: '幂等操作: what is done once, however often it is sent' })
export class KeyedInput {
  @Field(() => String, {
    description: '幂等键: 1 to 100 characters; the same key with the same input is done once',
  })
  idempotencyKey: string;
}

/** What is done at a moment, and is not written on anybody's paper. */
@InputType({ description: '按时操作: what is done at a moment that may be told' })
export class DatedInput extends KeyedInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '发生时间: when it was so, not in the future; now when left out',
  })
  occurredAt?: string | null;
}

/** What every command of this subgraph takes beside its own input. */
@InputType({ description: '操作: what every command carries' })
export class CommandInput extends DatedInput {
  @Field(() => Boolean, {
    nullable: true,
    description: '代录纸质件: true when an office enters what was done on paper',
  })
  onPaper?: boolean | null;
}

/** What every command on an existing case takes. */
@InputType({ description: '对件操作: what every command on a case carries' })
export class CaseCommandInput extends CommandInput {
  @Field(() => Int, {
    nullable: true,
    description:
      '期望版本: the version that was seen; refused with STALE_VERSION when the case has changed since',
  })
  expectedVersion?: number | null;
}
