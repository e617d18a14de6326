import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of declaring a session (届次). */
export const SESSION_REFUSALS = {
  SESSION_DATES_WRONG: {
    zh: '闭幕日期不能早于开幕日期，且开幕日期须在所属年度内。',
    en: 'A session closes on or after the day it opens, and opens in the year it belongs to.',
  },
  SESSION_NUMBER_WRONG: {
    zh: '届、次须为正整数。',
    en: 'Term and session are positive whole numbers.',
  },
} as const satisfies RefusalCatalogue;
