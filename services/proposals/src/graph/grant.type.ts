import { encodeId } from '@duban/kernel';
import { DateScalar, DateTimeScalar, enumOf, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import type { CaseGrant as GrantFact } from '../case/state.js';
import type { GivenOpinion, GrantKind, GrantSight, OpinionKind } from '../grants/grant.js';
import type { GrantReading as ReadingFact } from '../grants/grant.store.js';

import { Locality } from './foreign.type.js';
import { ReviewVerdictEnum } from './vocabulary.type.js';

export const GrantKindEnum = enumOf<GrantKind>('GrantKind', '协作方式: form of work across levels', {
  CONSULT_ABOVE: '提交前征求上级意见: a level above is consulted before the submission',
  REFER_UP: '上报: referred up, beyond the own power',
  REVIEW_BELOW: '下级初审: a lower locality reviews it',
  VERIFY_BELOW: '委托核实: a lower locality asks the proposer',
  JOINT_SUPERVISION: '联合督办: supervised together by two or three levels',
  HANDLED_BELOW: '下级办理: a lower locality handles it',
  INSPECTION: '多级视察: inspected by deputies of several levels',
  JOINT_HANDLING: '同级协同办理: handled with a neighbour, as the common level above decided',
});

export const GrantSightEnum = enumOf<GrantSight>('GrantSight', '可见范围: how much of the case is seen', {
  METADATA: '基本信息: its facts without its texts',
  FULL: '全部: all of it',
});

export const OpinionKindEnum = enumOf<OpinionKind>('OpinionKind', '意见种类: what is given under a grant', {
  ADVICE: '意见建议: advice',
  REVIEW: '审查意见: a verdict on the review',
  VERIFICATION: '核实情况: what the proposer says',
  SUPERVISION: '督办、视察情况: of a supervision or inspection',
  REPLY_TEXT: '办理情况: what was done, for the reply',
  DECISION: '上级决定: a decision of the level above',
});

@ObjectType({ description: '其他地方的意见: given under a grant; an opinion until it is taken' })
export class CaseOpinion {
  constructor(
    readonly tenant: number,
    readonly fact: GivenOpinion,
    readonly wasTaken: boolean,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'opinion', tenant: this.tenant, id: this.fact.opinionId });
  }

  @Field(() => Locality, { description: '来自: the locality that gave it' })
  get from(): Locality {
    return new Locality(this.fact.fromId);
  }

  @Field(() => OpinionKindEnum, { description: '种类: what it is' })
  get kind(): string {
    return this.fact.kind;
  }

  @Field(() => ReviewVerdictEnum, { nullable: true, description: '审查结论: of an opinion on the review' })
  get verdict(): string | null {
    return this.fact.verdict;
  }

  @Field(() => String, { description: '内容: what it says' })
  get text(): string {
    return this.fact.text;
  }

  @Field(() => Boolean, { description: '已采纳: whether it was taken into the case' })
  get taken(): boolean {
    return this.wasTaken;
  }

  @Field(() => DateTimeScalar, { description: '时间: when it was given' })
  get at(): string {
    return this.fact.at;
  }
}

@ObjectType({ description: '查阅记录: that the other locality read the case' })
export class GrantReading {
  constructor(readonly fact: ReadingFact) {}

  @Field(() => RoleEnum, { description: '角色: who read it, by role' })
  get role(): string {
    return this.fact.role;
  }

  @Field(() => GrantSightEnum, { description: '范围: how much was shown' })
  get saw(): string {
    return this.fact.saw;
  }

  @Field(() => DateTimeScalar, { description: '时间: when' })
  get at(): Date {
    return this.fact.readAt;
  }
}

@ObjectType({ description: '授权: what another locality may see of the case and give to it' })
export class CaseGrant {
  constructor(
    readonly tenant: number,
    readonly fact: GrantFact,
    readonly givenOpinions: readonly CaseOpinion[],
    readonly readings_: readonly GrantReading[],
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'casegrant', tenant: this.tenant, id: this.fact.grantId });
  }

  @Field(() => Locality, { description: '被授权地方: to whom' })
  get to(): Locality {
    return new Locality(this.fact.granteeId);
  }

  @Field(() => GrantKindEnum, { description: '协作方式: for what' })
  get kind(): string {
    return this.fact.kind;
  }

  @Field(() => String, {
    description: '本地协作方式: code of the form in the process of the locality that gave it',
  })
  get form(): string {
    return this.fact.form;
  }

  @Field(() => String, { description: '名称: of the form, in Chinese' })
  get label(): string {
    return this.fact.label.zh;
  }

  @Field(() => GrantSightEnum, { description: '可见范围: how much is seen' })
  get sees(): string {
    return this.fact.sees;
  }

  @Field(() => [OpinionKindEnum], { description: '可提意见: what may be given' })
  get does(): readonly string[] {
    return this.fact.does;
  }

  @Field(() => DateScalar, { description: '截止日: the last day on which it holds' })
  get until(): string {
    return this.fact.until;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '收回时间: when it was revoked' })
  get revokedAt(): string | null {
    return this.fact.revokedAt;
  }

  @Field(() => String, { description: '理由: why it was given' })
  get reason(): string {
    return this.fact.reason;
  }

  @Field(() => [CaseOpinion], { description: '其他地方的意见: what was given under it, in order' })
  get opinions(): readonly CaseOpinion[] {
    return this.givenOpinions;
  }

  @Field(() => [GrantReading], { description: '查阅记录: every reading under it, in order' })
  get readings(): readonly GrantReading[] {
    return this.readings_;
  }
}
