import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of what stands between the choice of the units and their work. */
export const HANDOVER_REFUSALS = {
  FIELD_MISSING: { zh: '缺少“{fieldZh}”，请填写。', en: '"{fieldEn}" is missing; fill it in.' },
  FIELD_UNKNOWN: {
    zh: '本地程序没有“{field}”这一项。',
    en: 'The process of this locality has no field "{field}".',
  },
  FIELD_VALUE_INVALID: {
    zh: '“{fieldZh}”的内容不符合要求，请按其类型和期限填写。',
    en: 'The value of "{fieldEn}" does not fit; write one of its type, within its limits.',
  },
  PERSON_NOT_FOUND: { zh: '本地没有这个人员。', en: 'The locality knows no such person.' },
  NOTICE_REQUIRED: { zh: '交办须写明通知文号。', en: 'The handover needs the number of its notice.' },
  HANDLING_MODE_REQUIRED: {
    zh: '须写明承办方式：独办、主办加协办或分办。',
    en: 'Say how the units share it: sole, lead with co-units, or separate.',
  },
  HANDOVER_DUE_INVALID: {
    zh: '办结时限须在 {today} 至 {latest} 之间。',
    en: 'The due date must lie between {today} and {latest}.',
  },
  MATTERS_MISSING: {
    zh: '须先将本件分解为事项（1 至 50 项），再交办。',
    en: 'Split the case into matters (1 to 50) before it is handed over.',
  },
  MATTER_WITHOUT_UNIT: {
    zh: '第 {number} 项没有本件的承办单位。',
    en: 'Matter {number} has no unit that handles this case.',
  },
  ALLOCATION_NOT_ASKED: {
    zh: '未就承办单位征询您的意见。',
    en: 'You are not asked about the units of this case.',
  },
  ALLOCATION_NOT_ANSWERED: {
    zh: '预交办尚有 {count} 方未答复，且期限未到。',
    en: '{count} of those asked about the units have not answered, and there is still time.',
  },
  ALLOCATION_OBJECTED: {
    zh: '预交办第 {round} 轮有 {count} 方不同意，请调整承办单位后再征询。',
    en: '{count} of those asked in round {round} object; choose other units and ask again.',
  },
  RECEIPT_OPINION_REQUIRED: {
    zh: '签收须附回执意见：同意或有问题。',
    en: 'Say with the receipt whether the unit agrees or has a problem.',
  },
  RESPONSIBLE_NOT_NAMED: {
    zh: '承办单位尚未明确责任人。',
    en: 'The unit has not named who is responsible.',
  },
  HEAD_NOT_SIGNED: {
    zh: '单位主要负责人尚未阅签。',
    en: 'The head of the unit has not read and signed it.',
  },
  ARBITRATION_ENDS_HERE: {
    zh: '这是最后一级裁定，须作出决定。',
    en: 'This is the last rung; it has to be decided here.',
  },
  PLAN_NOT_PROVIDED: {
    zh: '本地程序没有这种办理计划。',
    en: 'The process of this locality has no such plan.',
  },
  PLAN_MISSING: { zh: '尚无办理计划。', en: 'There is no plan yet.' },
  MILESTONES_MISSING: {
    zh: '办理计划须有 {min} 至 50 个节点，现有 {count} 个。',
    en: 'The plan needs {min} to 50 milestones; it has {count}.',
  },
  MILESTONE_INVALID: {
    zh: '节点不能同名，日期须真实且不晚于计划完成时限。',
    en: 'Milestones need names of their own, and dates not after the end of the plan.',
  },
  MILESTONE_NOT_OPEN: {
    zh: '没有这个未完成的节点。',
    en: 'There is no such milestone that is still open.',
  },
  CONTACT_UNFIT: {
    zh: '“{phaseZh}”阶段的沟通不符合要求：{lacksZh}。',
    en: 'The contact in phase {phaseEn} does not fit: {lacksEn}.',
  },
  FILING_NOT_PROVIDED: { zh: '本地程序不设备案。', en: 'Nothing is filed for record here.' },
  ALREADY_FILED: { zh: '该任务已经备案。', en: 'It is filed for record already.' },
} as const satisfies RefusalCatalogue;
