import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of publishing and withdrawing scores. */
export const RUN_REFUSALS = {
  NOTHING_TO_PUBLISH: {
    zh: '{year} 年没有可计分的件或评分依据,无可发布。请核对年度。',
    en: 'There is neither a case nor a record to score in {year}. Check the year.',
  },
  SCORES_REASON_REQUIRED: {
    zh: '第 {turn} 次发布的结果仍然有效,再次发布须说明理由。',
    en: 'Publication {turn} is in force. Say why another takes its place.',
  },
  SCORE_RUN_NOT_FOUND: { zh: '没有这次发布的考核结果。', en: 'There is no such published score.' },
  SCORE_RUN_NOT_IN_FORCE: {
    zh: '这次发布的结果已被取代或撤回。',
    en: 'This publication has been superseded or withdrawn already.',
  },
} as const satisfies RefusalCatalogue;
