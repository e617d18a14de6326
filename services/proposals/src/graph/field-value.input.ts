import { Field, ID, InputType } from 'type-graphql';
import type { FieldValue as FieldValueFact } from '../process/typed-field.js';
import type { ProposalContext } from '../proposal.context.js';
import { ownIdOf } from './public-ids.input.js';

@InputType({ description: '要素: the value of one of the locality’s own fields' })
export class FieldValueInput {
  @Field(() => String, { description: '代码: code of the field in the locality’s process' })
  field: string;

  @Field(() => String, {
    description: '内容: as text; a date as 2026-07-28, a choice by its code, YES or NO, a person by name',
  })
  value: string;

  @Field(() => ID, { nullable: true, description: '人员: the person, for a field that names one' })
  personId?: string | null;
}

/** The values with bare ids. */
export const fieldValues = (context: ProposalContext, values: readonly FieldValueInput[]): FieldValueFact[] =>
  values.map(({ field, value, personId }) => ({
    field,
    value,
    personId: ownIdOf(context, 'person', personId, 'personId') ?? null,
  }));
