import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import type { HeldGrant } from '../grants/grant.store.js';
import type { GrantMetadata } from '../store/projection-grants.js';
import { Locality } from './foreign.type.js';
import { GrantKindEnum, GrantSightEnum, OpinionKindEnum } from './grant.type.js';
import { CasePhaseEnum, ProposalKindEnum } from './vocabulary.type.js';

@ObjectType({
  description: '收到的授权: a case of another locality; what it says is shown when it is opened',
})
export class HeldCaseGrant {
  constructor(readonly held: HeldGrant) {}

  @Field(() => ID, { description: '编号: the public id of the grant' })
  get id(): string {
    return encodeId({ kind: 'casegrant', tenant: this.held.ownerId, id: this.held.id });
  }

  @Field(() => Locality, { description: '来自: the locality whose case it is' })
  get from(): Locality {
    return new Locality(this.held.ownerId);
  }

  @Field(() => GrantKindEnum, { description: '协作方式: for what' })
  get kind(): string {
    return this.held.kind;
  }

  @Field(() => String, {
    description: '本地协作方式: code of the form in the process of the locality that gave it',
  })
  get form(): string {
    return this.held.form;
  }

  @Field(() => String, { description: '名称: of the form, in Chinese' })
  get label(): string {
    return this.held.label;
  }

  @Field(() => GrantSightEnum, { description: '可见范围: how much is seen' })
  get sees(): string {
    return this.held.sees;
  }

  @Field(() => [OpinionKindEnum], { description: '可提意见: what may be given' })
  get does(): readonly string[] {
    return this.held.does;
  }

  @Field(() => DateTimeScalar, { description: '到期时间: from when it no longer holds' })
  get endsAt(): Date {
    return this.held.endsAt;
  }
}

@ObjectType({ description: '授权件的办理过程: one step, without who took it' })
export class GrantedStep {
  @Field(() => String, { description: '名称: what happened, in Chinese' })
  title: string;

  @Field(() => DateTimeScalar, { description: '发生时间: when it was so' })
  occurredAt: string;
}

@ObjectType({ description: '授权件: a case of another locality, as far as the grant lets it be seen' })
export class GrantedCase {
  constructor(
    readonly held: HeldGrant,
    readonly text: { readonly body: string; readonly steps: readonly GrantedStep[] } | null,
  ) {}

  private get facts(): GrantMetadata {
    return this.held.metadata;
  }

  @Field(() => HeldCaseGrant, { description: '收到的授权: under which it is shown' })
  get grant(): HeldCaseGrant {
    return new HeldCaseGrant(this.held);
  }

  @Field(() => ProposalKindEnum, { description: '件别: suggestion or proposal' })
  get kind(): string {
    return this.facts.kind;
  }

  @Field(() => CasePhaseEnum, { description: '阶段: where it stands' })
  get phase(): string {
    return this.facts.phase;
  }

  @Field(() => String, { description: '标题: the title' })
  get title(): string {
    return this.facts.title;
  }

  @Field(() => String, { nullable: true, description: '案号: the case number' })
  get caseNumber(): string | null {
    return this.facts.caseNumber;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '办复时间: when all replies were given' })
  get repliedAt(): string | null {
    return this.facts.repliedAt;
  }

  @Field(() => String, { nullable: true, description: '正文: the text; null where only facts are granted' })
  get body(): string | null {
    return this.text?.body ?? null;
  }

  @Field(() => [GrantedStep], {
    nullable: true,
    description: '办理过程: the steps so far; null where only facts are granted',
  })
  get steps(): readonly GrantedStep[] | null {
    return this.text?.steps ?? null;
  }
}
