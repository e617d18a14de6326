import { encodeId } from '@duban/kernel';
import { connectionOf, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ScoreDocument } from '../evidence/evidence.type.js';
import { ProposalType, UnitType } from '../foreign.type.js';
import { AwardVerdictEnum } from './award.enums.type.js';
import type { KeptAward } from './award.store.js';

@ObjectType('Award', { description: '评优: a nomination for an award, and what became of it' })
export class AwardType {
  constructor(
    readonly tenant: number,
    readonly kept: KeptAward,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'award', tenant: this.tenant, id: this.kept.awardId });
  }

  @Field(() => String, { description: '代码: which award, as awardRules lists it' })
  get code(): string {
    return this.kept.code;
  }

  @Field(() => Int, { description: '年度: of which year' })
  get year(): number {
    return this.kept.year;
  }

  @Field(() => UnitType, { nullable: true, description: '承办单位: whom it is for; null for a case' })
  get unit(): UnitType | null {
    const { subject } = this.kept;
    return subject.kind === 'UNIT' ? UnitType.of(this.tenant, subject.id) : null;
  }

  @Field(() => ProposalType, { nullable: true, description: '件: which case; null for a unit' })
  get proposal(): ProposalType | null {
    const { subject } = this.kept;
    return subject.kind === 'PROPOSAL' ? ProposalType.of(this.tenant, subject.id) : null;
  }

  @Field(() => String, { description: '推荐理由: what speaks for it' })
  get reason(): string {
    return this.kept.reason;
  }

  @Field(() => [ScoreDocument], { description: '佐证材料: what shows it' })
  get documents(): ScoreDocument[] {
    return this.kept.documents.map((one) => new ScoreDocument(one));
  }

  @Field(() => DateTimeScalar, { description: '推荐时间: when it was nominated' })
  get nominatedAt(): string {
    return this.kept.nominatedAt;
  }

  @Field(() => AwardVerdictEnum, { nullable: true, description: '评定: null while nobody has decided' })
  get verdict(): KeptAward['verdict'] {
    return this.kept.verdict;
  }

  @Field(() => String, { nullable: true, description: '评定理由: why it was decided so' })
  get verdictReason(): string | null {
    return this.kept.verdictReason;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '评定时间: when it was decided' })
  get decidedAt(): string | null {
    return this.kept.decidedAt;
  }

  @Field(() => String, { nullable: true, description: '公布文件: the document it was made known by' })
  get reference(): string | null {
    return this.kept.publishedAt === null ? null : this.kept.reference;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '公布时间: since when everybody here sees it' })
  get publishedAt(): string | null {
    return this.kept.publishedAt;
  }
}

export const AwardConnection = connectionOf(AwardType, '评优', 'Award');
