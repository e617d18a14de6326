import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of supervision (督办). */
export const DUTY_REFUSALS = {
  DUTY_HOLDER_REQUIRED: {
    zh: '须填写人员姓名(name)或机构代码(organ)之一。',
    en: 'Give either the name of a person (`name`) or the code of an organ (`organ`).',
  },
  ORGAN_UNKNOWN: { zh: '本地没有机构“{organ}”。', en: 'The locality has no organ "{organ}".' },
  DUTY_HELD_ALREADY: { zh: '其已承担本件的这项职责。', en: 'This duty on the case is theirs already.' },
  DUTY_NOT_FOUND: { zh: '本件没有这项职责。', en: 'There is no such duty on the case.' },
  DUTY_ENDED: { zh: '这项职责已经结束。', en: 'This duty has ended.' },
  DUTY_REPORT_MISSING: {
    zh: '“{name}”尚未提交督办情况报告，不能结束。请先录入报告。',
    en: '"{name}" has not reported yet; enter the report before the duty ends.',
  },
  DUTY_MISSING: {
    zh: '本件尚未确定“{dutyZh}”的负责人。',
    en: 'Nobody has been given the duty "{dutyEn}" on this case.',
  },
  QUOTA_EXCEEDED: {
    zh: '“{name}”的“{labelZh}”每年最多 {max} 件，已达上限。',
    en: '"{name}" has all {max} items that "{labelEn}" allows in a year.',
  },
} as const satisfies RefusalCatalogue;
