import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

@InputType({ description: '评价后续办理: rates what was done since for a promise of an earlier year' })
export class RateEntryInput extends CaseCommandInput {
  @Field(() => ID, { description: '跟踪台账记录: the entry' })
  entryId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      '评价人: mandate of the one who rates; the viewer’s own when left out, given by an office that enters a signed form',
  })
  respondentId?: string | null;

  @Field(() => String, { description: '满意度: one of the locality’s levels' })
  level: string;

  @Field(() => String, { nullable: true, description: '意见: what the proposer adds' })
  comment?: string | null;
}
