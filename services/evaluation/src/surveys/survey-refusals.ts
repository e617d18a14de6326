import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of importing surveys; what is wrong in a row is told at its cell. */
export const SURVEY_REFUSALS = {
  SURVEY_HAS_PROBLEMS: {
    zh: '测评结果有 {problems} 处问题,未导入任何内容。请改正后重新导入。',
    en: 'The survey has {problems} problems; nothing was recorded. Correct them and import it again.',
  },
  SURVEY_EMPTY: {
    zh: '测评没有结果,请至少写一行。',
    en: 'The survey has no results. Give at least one row.',
  },
  SURVEY_TOO_LONG: {
    zh: '一次测评最多 {max} 行。请按题目或单位分成几次测评。',
    en: 'A survey has at most {max} rows. Divide it by question or unit.',
  },
  SURVEY_PERIOD_INVALID: {
    zh: '测评起始日 {from} 晚于截止日 {to}。',
    en: 'The survey begins on {from}, after its end on {to}.',
  },
  SURVEY_SAMPLE_INVALID: {
    zh: '样本量应为 1 至 {max}。',
    en: 'The sample is a number from 1 to {max}.',
  },
  SURVEY_NOT_FOUND: { zh: '没有这次测评。', en: 'There is no such survey.' },
  SURVEY_CORRECTED_BEFORE: {
    zh: '这次测评已被更正,请更正最新的一次。',
    en: 'This survey has been corrected already. Correct the latest one.',
  },
  SURVEY_IMPORTED_BEFORE: {
    zh: '“{title}”本年度已导入。如有误,请作为更正重新导入并说明理由。',
    en: '"{title}" has been imported for this year. If it is wrong, import it again as a correction with a reason.',
  },
} as const satisfies RefusalCatalogue;
