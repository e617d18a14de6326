import type { RefusalCatalogue } from '@duban/kernel';

/** Why a unit's year stays open. */
export const UNIT_YEAR_REFUSALS = {
  HEAD_QUOTA_MISSING: {
    zh: '主要负责人应面复 {required} 件，已面复 {done} 件，尚缺 {missing} 件，不能办结本年度。',
    en: 'The head brings {required} replies in person; {done} were brought and {missing} are missing, so the year stays open.',
  },
  UNIT_YEAR_CLOSED: { zh: '该单位 {year} 年度已办结。', en: 'The unit has closed {year} already.' },
  UNIT_YEAR_NOT_YET: {
    zh: '只能办结 {year} 年度及以前的年度。',
    en: 'Only {year} and years before it can be closed.',
  },
} as const satisfies RefusalCatalogue;
