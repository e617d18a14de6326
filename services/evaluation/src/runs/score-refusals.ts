import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of what is asked of a score sheet. */
export const SCORE_REFUSALS = {
  SHEET_NOT_FOUND: {
    zh: '没有考核表“{sheet}”。请从 scoreSheets 列出的代码中选择。',
    en: 'There is no score sheet "{sheet}". Choose among those that scoreSheets lists.',
  },
  SHEET_INCOMPLETE: {
    zh: '考核表尚有 {open} 处待填(如分值),不能计分。请先填写并发布。',
    en: 'The sheet has {open} places still to be entered, such as weights, and cannot score. Enter them and publish it first.',
  },
} as const satisfies RefusalCatalogue;
