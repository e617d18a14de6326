import { encodeId } from '@duban/kernel';
import { DateTimeScalar, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EVENT_WORDS } from '../../case/event-words.js';
import type { RecordedCaseEvent } from '../../case/events.js';
import { keyRuleOf } from '../../supervision/key-rule.js';

@ObjectType({ description: '办理过程: one step of a case, read off its events' })
export class TimelineEntry {
  constructor(
    readonly event: RecordedCaseEvent,
    readonly proposalId: string,
  ) {}

  @Field(() => ID, { description: '编号: of the event' })
  get id(): string {
    return encodeId({ kind: 'event', tenant: this.event.tenant, id: this.event.id });
  }

  @Field(() => Int, { description: '序号: the version of the case after this step' })
  get version(): number {
    return this.event.streamVersion;
  }

  @Field(() => String, { description: '事件: what happened, such as reply.issued' })
  get type(): string {
    return this.event.type;
  }

  @Field(() => String, { description: '名称: what happened, in Chinese' })
  get title(): string {
    return EVENT_WORDS[this.event.type]?.[0] ?? this.event.type;
  }

  @Field(() => String, { description: '英文名称: the same in English' })
  get titleEn(): string {
    return EVENT_WORDS[this.event.type]?.[1] ?? this.event.type;
  }

  @Field(() => DateTimeScalar, { description: '发生时间: when it was so' })
  get occurredAt(): string {
    return this.event.occurredAt;
  }

  @Field(() => DateTimeScalar, { description: '记录时间: when it was recorded' })
  get recordedAt(): string {
    return this.event.recordedAt;
  }

  @Field(() => RoleEnum, { description: '角色: in which role it was done' })
  get actorRole(): string {
    return this.event.actorRole;
  }

  @Field(() => [String], {
    description: '未满足的前提: codes of the guards in mode WARN that were not met when it was done',
  })
  get unmetGuards(): readonly string[] {
    return (this.event.payload as { readonly warnings?: readonly string[] }).warnings ?? [];
  }

  @Field(() => String, {
    nullable: true,
    description:
      '规则: the rule of the process that made a key item of it or named a supervisor; null when somebody did',
  })
  get rule(): string | null {
    const { event } = this;
    if (event.type === 'proposal.key_designated') return keyRuleOf(event.payload);
    return event.type === 'duty.assigned' ? event.payload.rule : null;
  }

  @Field(() => ID, {
    nullable: true,
    description: '账号: public id of the account that did it; null for the system itself',
  })
  get actorId(): string | null {
    const { tenant, actorId } = this.event;
    return actorId === null ? null : encodeId({ kind: 'account', tenant, id: actorId });
  }

  @Field(() => String, { nullable: true, description: '理由: the reason given, where there is one' })
  get reason(): string | null {
    const { reason, reasonText } = this.event.payload as { reason?: unknown; reasonText?: unknown };
    const text = reason ?? reasonText;
    return typeof text === 'string' ? text : null;
  }
}
