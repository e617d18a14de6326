import { encodeId } from '@duban/kernel';
import { connectionOf, DateTimeScalar, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { Locality } from '../graph/foreign.type.js';
import { CasePhaseEnum, ProposalKindEnum } from '../graph/vocabulary.type.js';
import type { Opening, SharedReply, SharedText } from './shared-case.store.js';

@ObjectType({ description: '下级件的答复: one formal reply, without who signed it' })
export class OpenedReply implements SharedReply {
  @Field(() => String, { description: '文号: number of the letter' })
  documentNumber: string;

  @Field(() => String, {
    nullable: true,
    description: '办理结果类别: the locality’s own class, once confirmed',
  })
  class: string | null;

  @Field(() => String, { description: '正文: what it says' })
  body: string;

  @Field(() => DateTimeScalar, { description: '答复时间: when it went out' })
  issuedAt: string;
}

@ObjectType({ description: '下级件: a case of a locality below, with its texts; without names of persons' })
export class OpenedCase {
  constructor(readonly shown: SharedText) {}

  @Field(() => ID, { description: '编号: public id of the case' })
  get id(): string {
    return encodeId({ kind: 'proposal', tenant: this.shown.ownerId, id: this.shown.proposalId });
  }

  @Field(() => Locality, { description: '地方: whose case it is' })
  get locality(): Locality {
    return new Locality(this.shown.ownerId);
  }

  @Field(() => ProposalKindEnum, { description: '件别: suggestion or proposal' })
  get kind(): string {
    return this.shown.kind;
  }

  @Field(() => CasePhaseEnum, { description: '阶段: where it stands' })
  get phase(): string {
    return this.shown.phase;
  }

  @Field(() => String, { nullable: true, description: '案号: the case number, from docketing on' })
  get caseNumber(): string | null {
    return this.shown.caseNumber;
  }

  @Field(() => String, { description: '标题: the title' })
  get title(): string {
    return this.shown.title;
  }

  @Field(() => String, { description: '正文: the text as it was submitted' })
  get body(): string {
    return this.shown.body;
  }

  @Field(() => DateTimeScalar, { description: '提交时间: when it was submitted' })
  get submittedAt(): Date {
    return this.shown.submittedAt;
  }

  @Field(() => [OpenedReply], { description: '答复: all of them, in order' })
  get replies(): readonly OpenedReply[] {
    return this.shown.replies.map((reply) => Object.assign(new OpenedReply(), reply));
  }
}

@ObjectType({ description: '正文查阅记录: that somebody above opened a case with its texts; never changed' })
export class CaseOpening {
  constructor(
    readonly owner: number,
    readonly opening: Opening,
  ) {}

  @Field(() => ID, { description: '编号: public id' })
  get id(): string {
    return encodeId({ kind: 'opening', tenant: this.opening.readerId, id: this.opening.id });
  }

  @Field(() => Locality, { description: '查阅方: who read' })
  get reader(): Locality {
    return new Locality(this.opening.readerId);
  }

  @Field(() => RoleEnum, { description: '查阅人角色: in which role' })
  get role(): string {
    return this.opening.role;
  }

  @Field(() => ID, { description: '建议提案: public id of the case' })
  get proposalId(): string {
    return encodeId({ kind: 'proposal', tenant: this.owner, id: this.opening.proposalId });
  }

  @Field(() => DateTimeScalar, { description: '查阅时间: when' })
  get openedAt(): Date {
    return this.opening.openedAt;
  }
}

export const CaseOpeningConnection = connectionOf(CaseOpening, '正文查阅记录');
