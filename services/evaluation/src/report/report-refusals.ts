import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of what is asked of a report. */
export const REPORT_REFUSALS = {
  REPORT_NOT_FOUND: {
    zh: '没有报告“{report}”。可选:{known}。',
    en: 'There is no report "{report}". Choose from {known}.',
  },
} as const satisfies RefusalCatalogue;
