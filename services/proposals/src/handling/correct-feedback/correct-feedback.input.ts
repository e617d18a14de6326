import { Field, InputType } from 'type-graphql';
import { GiveFeedbackInput } from '../give-feedback/give-feedback.input.js';

@InputType({
  description: '更正评价: another form in the place of one that was given by mistake; all axes once more',
})
export class CorrectFeedbackInput extends GiveFeedbackInput {
  @Field(() => String, { description: '理由: why it is corrected' })
  reason: string;
}
