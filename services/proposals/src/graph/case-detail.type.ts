import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type {
  Cosignature,
  KeyDesignation as KeyFact,
  ReviewDecision as ReviewFact,
  Snapshot,
} from '../case/state.js';
import { DueDate } from './due-date.type.js';
import { CosignatureStatusEnum, KeyTierEnum, ReviewVerdictEnum } from './vocabulary.type.js';

@ObjectType({ description: '联名: an invitation to sign, and what became of it' })
export class CoSignature {
  /** For the link to the mandate. */
  readonly mandateId: string;

  @Field(() => CosignatureStatusEnum, { description: '联名状态: invited, confirmed, declined ...' })
  status: string;

  @Field(() => DateTimeScalar, { description: '邀请时间: when they were invited' })
  invitedAt: Date | string;

  @Field(() => DueDate, { description: '确认期限: until when they may answer' })
  due: DueDate;

  @Field(() => DateTimeScalar, { nullable: true, description: '答复时间: when they answered' })
  answeredAt: Date | string | null;

  @Field(() => String, { nullable: true, description: '理由: why they declined' })
  reason: string | null;

  static of({ due, ...rest }: Omit<Cosignature, 'invitedAt' | 'answeredAt' | 'due'> & Times): CoSignature {
    return Object.assign(new CoSignature(), rest, { due: DueDate.of(due) });
  }
}

type Times = {
  readonly invitedAt: Date | string;
  readonly answeredAt: Date | string | null;
  readonly due: unknown;
};

@ObjectType({ description: '审查意见: the decision of one review stage' })
export class ReviewDecision {
  @Field(() => String, { description: '审查环节: code of the stage in the locality’s process' })
  stage: string;

  @Field(() => ReviewVerdictEnum, { description: '审查结论: of this reviewer at this stage' })
  verdict: string;

  @Field(() => String, { nullable: true, description: '理由代码: the locality’s own reason code' })
  reasonCode: string | null;

  @Field(() => String, { nullable: true, description: '理由: in words' })
  reasonText: string | null;

  @Field(() => String, { nullable: true, description: '转为: what it is handled as instead' })
  convertedTo: string | null;

  @Field(() => String, {
    nullable: true,
    description: '审查机构: kind of body that reviewed (OrganKind), where the process says',
  })
  body: string | null;

  @Field(() => String, {
    nullable: true,
    description: '审查人: as named by the office that entered it from paper',
  })
  reviewerName: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '按时: in time; null where the stage has no time limit',
  })
  onTime: boolean | null;

  @Field(() => DateTimeScalar, { description: '时间: when it was decided' })
  at: string;

  @Field(() => Int, { description: '文本版本: which version of the text was reviewed' })
  contentVersion: number;

  static of({ version, ...rest }: ReviewFact): ReviewDecision {
    return Object.assign(new ReviewDecision(), rest, { contentVersion: version });
  }
}

@ObjectType({ description: '提交文本: what was submitted; never changed' })
export class SubmittedText {
  @Field(() => Int, { description: '文本版本: number of the version' })
  contentVersion: number;

  @Field(() => String, { description: '标题: as submitted' })
  title: string;

  @Field(() => String, { description: '正文: as submitted' })
  body: string;

  @Field(() => DateTimeScalar, { description: '提交时间: when it was submitted' })
  submittedAt: string;

  static of({ version, title, body, submittedAt }: Snapshot): SubmittedText {
    return Object.assign(new SubmittedText(), { contentVersion: version, title, body, submittedAt });
  }
}

@ObjectType({ description: '撤案: that and why it was withdrawn' })
export class Withdrawal {
  @Field(() => DateTimeScalar, { description: '撤回时间: when' })
  at: string;

  @Field(() => String, { description: '书面申请: number or title of the letter' })
  letter: string;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason: string | null;
}

@ObjectType({ description: '重点件确定: that it was made a key item' })
export class KeyDesignation {
  @Field(() => String, { description: '重点层级: the locality’s own tier' })
  tier: string;

  @Field(() => KeyTierEnum, { description: '重点督办层级: what the tier means' })
  canonicalTier: string;

  @Field(() => String, { nullable: true, description: '决定机关: who decided it' })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: '理由: why' })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: '规则: the rule of the process that made it one; null when somebody did',
  })
  rule: string | null;

  @Field(() => DateTimeScalar, { description: '时间: when' })
  at: string;

  static of = (fact: KeyFact): KeyDesignation => Object.assign(new KeyDesignation(), fact);
}
