import { Field, ID, InputType } from 'type-graphql';
import type { Fulfilment } from '../../case/events-answering.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { FulfilmentEnum } from '../../graph/answering-vocabulary.type.js';

@InputType({ description: '核实承诺事项: whether a promise of a letter was kept' })
export class CheckCommitmentInput extends CaseCommandInput {
  @Field(() => ID, { description: '承诺事项: the promise' })
  commitmentId: string;

  @Field(() => FulfilmentEnum, { description: '兑现情况: kept, in part, or not' })
  fulfilled: Fulfilment;

  @Field(() => String, { nullable: true, description: '说明: needed unless it was kept' })
  note?: string | null;
}
