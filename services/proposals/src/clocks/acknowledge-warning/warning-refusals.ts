import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of acknowledging a warning (知悉预警). */
export const WARNING_REFUSALS = {
  WARNING_NOT_FOUND: {
    zh: '未找到该预警，或尚未记录；请刷新后重试。',
    en: 'There is no such warning, or it is not on record yet; reload and try again.',
  },
  WARNING_NOT_YOURS: {
    zh: '该预警未通知您的角色；由被通知的人知悉。',
    en: 'The warning was not told to your role; those it was told to acknowledge it.',
  },
  WARNING_OVER: {
    zh: '该预警已解除，无须知悉。',
    en: 'The warning is over; there is nothing to acknowledge.',
  },
  WARNING_ACKNOWLEDGED: {
    zh: '该预警已由他人知悉。',
    en: 'The warning was acknowledged before.',
  },
} as const satisfies RefusalCatalogue;
