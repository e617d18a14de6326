import { Field, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../case-command/case-command.input.js';

@InputType({ description: '类别对应: which class of the new process one of the old becomes' })
export class ClassMoveInput {
  @Field(() => String, { description: '原类别: code in the process the case followed' })
  from: string;

  @Field(() => String, { description: '新类别: code in the process it will follow' })
  to: string;
}

@InputType({ description: '转用: a batch of running cases follows another version' })
export class MoveBatchInput extends KeyedInput {
  @Field(() => String, {
    description: '版本: the one cases are moved to; for taking back, the one they were moved to',
  })
  toVersion: string;

  @Field(() => String, { nullable: true, description: '起点: `next` of the batch before' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: '件数: 100 at most, and when left out' })
  limit?: number | null;
}

@InputType({ description: '转用新版程序: moves running cases to a version in force' })
export class MoveCasesInput extends MoveBatchInput {
  @Field(() => [ClassMoveInput], { nullable: true, description: '类别对应: where the meaning does not say' })
  classes?: ClassMoveInput[] | null;
}

@InputType({ description: '撤回转用: takes cases back to the version they were moved from' })
export class UndoMoveInput extends MoveBatchInput {}
