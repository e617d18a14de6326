import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ContactChannel, ContactPhase, ContactPlace, ContactRole } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import {
  ContactChannelEnum,
  ContactPhaseEnum,
  ContactRoleEnum,
} from '../../graph/handling-vocabulary.type.js';
import { ContactPlaceEnum } from '../../graph/handover-vocabulary.type.js';

@InputType({ description: '参加人: someone who took part in a contact' })
export class ContactParticipantInput {
  @Field(() => ContactRoleEnum, { description: '参加身份: what they were at that time' })
  role: ContactRole;

  @Field(() => String, { description: '姓名: name, at most 100 characters' })
  name: string;

  @Field(() => ID, { nullable: true, description: '人员: the person, where known' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: '代表(委员)资格: the mandate, for a proposer' })
  mandateId?: string | null;
}

@InputType({
  description: '记录沟通: records a contact with the proposer; occurredAt says when it took place',
})
export class RecordContactInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => ContactPhaseEnum, { description: '沟通阶段: before, during, at the reply or after' })
  phase: ContactPhase;

  @Field(() => ContactChannelEnum, { description: '沟通方式: how' })
  channel: ContactChannel;

  @ArrayMaxSize(50)
  @Field(() => [ContactParticipantInput], {
    description: '参加人: who took part; at least one of the unit and one proposer',
  })
  participants: ContactParticipantInput[];

  @Field(() => String, { nullable: true, description: '记录: what was said' })
  record?: string | null;

  @Field(() => ContactPlaceEnum, { nullable: true, description: '沟通地点: where' })
  place?: ContactPlace | null;

  @Field(() => String, { nullable: true, description: '地点名称: name of the place, at most 100 characters' })
  placeName?: string | null;

  @Field(() => String, { nullable: true, description: '提出人意见: what the proposer said' })
  proposerOpinion?: string | null;
}
