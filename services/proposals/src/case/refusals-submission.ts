import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of what goes with the text: who proposes, the form, consultations, the paper original. */
export const SUBMISSION_REFUSALS = {
  PROPOSER_TYPE_NOT_ALLOWED: {
    zh: '本地此类件不受理“{typeZh}”的提出方式。',
    en: 'This locality does not take this kind of case from proposers of type {typeEn}.',
  },
  COLLECTIVE_REQUIRED: {
    zh: '集体提出的，请写明代表团、党派、团体、界别或小组名称。',
    en: 'A collective proposal must name its delegation, party, organisation, sector or group.',
  },
  COSIGNERS_TOO_FEW: {
    zh: '至少须有 {min} 名联名人确认，目前 {count} 名。',
    en: 'At least {min} co-signers must have confirmed; {count} have.',
  },
  COSIGNERS_TOO_MANY: {
    zh: '此提出方式最多 {max} 名联名人，目前 {count} 名，请先取消部分邀请。',
    en: 'At most {max} co-signers are allowed for this type; {count} have confirmed. Cancel some.',
  },
  ORIGIN_UNKNOWN: {
    zh: '来源代码“{origin}”不在本地程序之列。',
    en: 'This locality has no origin code "{origin}".',
  },
  YEARS_INVALID: {
    zh: '连续提出年数应为 0 至 {max} 的整数。',
    en: 'The years of repetition must be a whole number from 0 to {max}.',
  },
  CHECKLIST_POINT_UNKNOWN: {
    zh: '事项代码“{point}”不在本地撰写清单之列。',
    en: 'This locality has no checklist point "{point}".',
  },
  CHECKLIST_INCOMPLETE: {
    zh: '撰写清单尚未完成：{pointsZh}。',
    en: 'The drafting checklist is not complete: {pointsEn}.',
  },
  CONSULTED_REQUIRED: {
    zh: '请写明征求了哪个单位的意见。',
    en: 'Say which unit or body was consulted.',
  },
  CONSULTATION_MISSING: {
    zh: '提交前须与{levelZh}至少 {min} 个单位沟通，目前 {count} 个。',
    en: 'Before this at least {min} units of {levelEn} must be consulted; {count} have been.',
  },
  PAGES_INVALID: { zh: '页数应在 1 至 1000 之间。', en: 'The number of pages must be from 1 to 1000.' },
  PAPER_MISSING: {
    zh: '尚未登记纸质原件，请先登记。',
    en: 'The paper original is not registered yet; register it first.',
  },
  PAPER_DIFFERS: {
    zh: '纸质原件与网上提交的内容不一致：{fieldsZh}。请核对更正后重新登记，或请提出人修改。',
    en: 'The paper original differs from what was submitted on line: {fieldsEn}. Register it corrected, or ask for a revision.',
  },
} as const satisfies RefusalCatalogue;
