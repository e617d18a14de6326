import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ContactParticipant as Participant } from '../case/events-handling.js';
import type { Stored } from '../store/case-columns.store.js';
import type { ContactRow } from '../store/case-rows.js';
import { ContactChannelEnum, ContactPhaseEnum, ContactRoleEnum } from './handling-vocabulary.type.js';
import { ContactPlaceEnum } from './handover-vocabulary.type.js';

@ObjectType({ description: '参加人: someone who took part in a contact' })
export class ContactParticipant {
  constructor(readonly participant: Participant) {}

  @Field(() => String, { description: '姓名: name' })
  get name(): string {
    return this.participant.name;
  }

  @Field(() => ContactRoleEnum, { description: '参加身份: what they were at that time' })
  get role(): string {
    return this.participant.role;
  }
}

/** What a contact says of itself; its assignment stands in `contact-links.query.ts`. */
@ObjectType({ description: '沟通: a contact between the unit and the proposer' })
export class Contact {
  constructor(
    readonly tenant: number,
    readonly row: Stored<ContactRow>,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'contact', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => Int, { description: '轮次: of the handling' })
  get round(): number {
    return this.row.round;
  }

  @Field(() => ContactPhaseEnum, { description: '沟通阶段: before, during, at the reply or after' })
  get phase(): string {
    return this.row.phase;
  }

  @Field(() => ContactChannelEnum, { description: '沟通方式: how' })
  get channel(): string {
    return this.row.channel;
  }

  @Field(() => DateTimeScalar, { description: '时间: when it took place' })
  get heldAt(): Date {
    return this.row.held_at;
  }

  @Field(() => [ContactParticipant], { description: '参加人: who took part, in which role' })
  get participants(): ContactParticipant[] {
    return (this.row.participants as Participant[]).map((one) => new ContactParticipant(one));
  }

  @Field(() => Boolean, { description: '面对面: in presence, with a proposer' })
  get faceToFace(): boolean {
    return this.row.face_to_face;
  }

  @Field(() => Boolean, { description: '主要负责人参加: the head of the unit took part' })
  get byHead(): boolean {
    return this.row.by_head;
  }

  @Field(() => String, { nullable: true, description: '记录: what was said' })
  get record(): string | null {
    return this.row.record;
  }

  @Field(() => ContactPlaceEnum, { nullable: true, description: '沟通地点: where' })
  get place(): string | null {
    return this.row.place;
  }

  @Field(() => String, { nullable: true, description: '地点名称: name of the place' })
  get placeName(): string | null {
    return this.row.place_name;
  }

  @Field(() => String, { nullable: true, description: '提出人意见: what the proposer said' })
  get proposerOpinion(): string | null {
    return this.row.proposer_opinion;
  }
}
