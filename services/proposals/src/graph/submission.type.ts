import { DateTimeScalar, enumOf } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { PaperDifference as Difference } from '../case/paper-line.js';
import type { CaseState, Consultation as ConsultationFact } from '../case/state.js';
import type {
  ConsultationLevel,
  ConsultationOutcome,
  FormationKind,
  PaperField,
} from '../case/vocabulary.js';

import { ContactChannelEnum } from './handling-vocabulary.type.js';

export const ConsultationLevelEnum = enumOf<ConsultationLevel>(
  'ConsultationLevel',
  '沟通层级: who was asked',
  {
    OWN: '本级: a unit of the own level',
    ABOVE: '上级: a unit of a level above',
  },
);

export const ConsultationOutcomeEnum = enumOf<ConsultationOutcome>(
  'ConsultationOutcome',
  '沟通意见: what they think of the draft',
  {
    SUPPORTS: '赞成: supports it',
    ADVISES_CHANGES: '建议修改: advises changes',
    ADVISES_AGAINST: '不建议提出: advises against it',
    NO_OPINION: '无意见: has no opinion',
  },
);

export const FormationKindEnum = enumOf<FormationKind>('FormationKind', '形成方式: how it was worked out', {
  SPECIAL_RESEARCH: '专题调研: special research',
  FORUM: '座谈: a forum',
  VISIT: '走访: visits',
  INSPECTION: '视察: an inspection',
  OTHER: '其他: another way',
});

export const PaperFieldEnum = enumOf<PaperField>('PaperField', '核对内容: what is compared', {
  TITLE: '标题: the title',
  BODY: '正文: the text',
  LEAD_PROPOSER: '领衔人: who signed first',
  COSIGNERS: '联名人: who else signed',
});

@ObjectType({ description: '联系人: whom to ask about the matter' })
export class ContactPerson {
  @Field(() => String, { description: '姓名: name' })
  name: string;

  @Field(() => String, { nullable: true, description: '电话: telephone' })
  phone: string | null;
}

@ObjectType({ description: '提交表: what the author says and wishes beside the text' })
export class ProposalForm {
  @Field(() => String, { nullable: true, description: '来源: code of one of the locality’s origins' })
  origin: string | null;

  @Field(() => String, { nullable: true, description: '来源说明: where exactly it comes from' })
  originNote: string | null;

  @Field(() => [FormationKindEnum], { description: '形成方式: how the matter was worked out' })
  formation: readonly string[];

  @Field(() => Int, { nullable: true, description: '连续提出年数: 0 when new; null when not said' })
  repeatedYears: number | null;

  @Field(() => Boolean, { description: '希望加强联系: the author wishes more contact' })
  wishesContact: boolean;

  @Field(() => Boolean, { description: '仅供参考: no written reply is needed' })
  replyNotNeeded: boolean;

  @Field(() => ContactPerson, {
    nullable: true,
    description: '联系人: seen by the author, offices and handling units',
  })
  contactPerson: ContactPerson | null;

  @Field(() => [String], { description: '撰写清单: codes of the points that are done' })
  checklist: readonly string[];
}

@ObjectType({ description: '提交前沟通: who was asked about the draft, and what they said' })
export class Consultation {
  /** For the link to the unit. */
  readonly unitId: string | null;

  @Field(() => ConsultationLevelEnum, { description: '层级: own level or a level above' })
  level: string;

  @Field(() => String, { nullable: true, description: '单位名称: a body that is no unit of the locality' })
  organisation: string | null;

  @Field(() => ContactChannelEnum, { description: '方式: how they were asked' })
  channel: string;

  @Field(() => ConsultationOutcomeEnum, { description: '意见: what they think of it' })
  outcome: string;

  @Field(() => String, { description: '摘要: what was said' })
  summary: string;

  @Field(() => DateTimeScalar, { description: '时间: when' })
  at: string;

  static of = (fact: ConsultationFact): Consultation => Object.assign(new Consultation(), fact);
}

@ObjectType({ description: '不一致: one field in which the paper says something else than the submission' })
export class PaperDifference {
  @Field(() => PaperFieldEnum, { description: '核对内容: which field' })
  field: string;

  @Field(() => String, {
    description: '网上: what was submitted on line, without spaces; ids of mandates as they are',
  })
  online: string;

  @Field(() => String, { description: '纸质: what the paper says' })
  paper: string;

  static of = (fact: Difference): PaperDifference => Object.assign(new PaperDifference(), fact);
}

@ObjectType({ description: '纸质原件: as the office registered it' })
export class PaperOriginal {
  @Field(() => String, { description: '标题: as on the paper' })
  title: string;

  @Field(() => String, { description: '正文: as on the paper' })
  body: string;

  @Field(() => Int, { nullable: true, description: '页数: number of pages' })
  pages: number | null;

  @Field(() => String, { nullable: true, description: '存放: where it is kept' })
  reference: string | null;

  @Field(() => DateTimeScalar, { description: '登记时间: when it was registered' })
  at: string;

  @Field(() => [PaperDifference], {
    description: '不一致: what differs from the submission; empty when they agree',
  })
  differences: PaperDifference[];

  static of(paper: NonNullable<CaseState['paper']>, differences: readonly Difference[]): PaperOriginal {
    const { title, body, pages, reference, at } = paper;
    const said = { title, body, pages, reference, at };
    return Object.assign(new PaperOriginal(), said, { differences: differences.map(PaperDifference.of) });
  }
}
