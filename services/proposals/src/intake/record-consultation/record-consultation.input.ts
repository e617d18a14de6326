import { Field, ID, InputType } from 'type-graphql';
import type { ConsultationLevel, ConsultationOutcome, ContactChannel } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ContactChannelEnum } from '../../graph/handling-vocabulary.type.js';
import { ConsultationLevelEnum, ConsultationOutcomeEnum } from '../../graph/submission.type.js';

@InputType({ description: '提交前沟通: who was asked about the draft, and what they said' })
export class RecordConsultationInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => ConsultationLevelEnum, { description: '层级: a unit of the own level, or of a level above' })
  level: ConsultationLevel;

  @Field(() => ID, { nullable: true, description: '承办单位: a unit of the own locality' })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: '单位名称: any other body, by its name' })
  organisation?: string | null;

  @Field(() => ContactChannelEnum, { description: '方式: how they were asked' })
  channel: ContactChannel;

  @Field(() => ConsultationOutcomeEnum, { description: '意见: what they think of it' })
  outcome: ConsultationOutcome;

  @Field(() => String, { description: '摘要: what was said' })
  summary: string;
}
