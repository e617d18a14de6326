import { enumOf } from '@duban/kernel/graphql';
import type { ReceiptOpinion } from '../case/state-handover.js';
import type { ContactPlace } from '../case/vocabulary.js';
import type { HandlingMode } from '../process/handover.js';
import type { PlanKind } from '../process/plans.js';
import type { FieldType } from '../process/typed-field.js';

export const HandlingModeEnum = enumOf<HandlingMode>('HandlingMode', '承办方式: how units share a case', {
  SOLE: '独办: one unit alone',
  LEAD_AND_CO: '主办加协办: a lead with co-units',
  SEPARATE: '分办: several units, each for itself',
});

export const ReceiptOpinionEnum = enumOf<ReceiptOpinion>(
  'ReceiptOpinion',
  '回执意见: what the unit says of the handover',
  {
    AGREES: '同意: the unit agrees',
    HAS_PROBLEM: '有问题: there is a problem to be settled',
  },
);

export const ReturnDecisionEnum = enumOf<'APPROVE' | 'REFUSE' | 'ESCALATE'>(
  'ReturnDecision',
  '退办裁定: on a request to return it',
  {
    APPROVE: '同意: another unit takes over',
    REFUSE: '不同意: it stays with the unit',
    ESCALATE: '提请上一级: the next rung of the ladder decides',
  },
);

export const PlanKindEnum = enumOf<PlanKind>('PlanKind', '计划种类: of a plan', {
  THIS_YEAR: '当年解决: within the year, by a schedule counted back',
  PLANNED: '列入计划: step by step, later',
});

export const ContactPlaceEnum = enumOf<ContactPlace>('ContactPlace', '沟通地点: where they met', {
  OFFICE: '办公场所: in an office',
  STATION: '代表联络家站点: at a liaison station',
  ON_SITE: '现场: on site',
  PROPOSER: '提出人处: at the proposer’s',
  REMOTE: '远程: from afar',
  OTHER: '其他: elsewhere',
});

export const FieldTypeEnum = enumOf<FieldType>('FieldType', '要素类型: what kind of value a field takes', {
  TEXT: '文字: text',
  DATE: '日期: a date such as 2026-07-28',
  NUMBER: '数字: a number',
  CHOICE: '选项: one of the choices, by code',
  YES_NO: '是否: YES or NO',
  PERSON: '人员: a name, with the person where known',
});
