import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of confirming a year's figures, and of unlocking them. */
export const CONFIRMATION_REFUSALS = {
  FIGURES_OTHER_OFFICE: {
    zh: '建议的数据由人大代表工委确认,提案的数据由政协提案委确认。',
    en: 'Figures of suggestions are confirmed by the deputy affairs office, those of proposals by the proposal committee.',
  },
  FIGURES_YEAR_AHEAD: { zh: '{year} 年尚未到来。', en: 'The year {year} has not come yet.' },
  FIGURES_CONFIRMED: {
    zh: '{year} 年数据已确认。如有更正,请先解除确认。',
    en: 'The figures of {year} are confirmed. Unlock them first if something has to be corrected.',
  },
  FIGURES_BELOW_OPEN: {
    zh: '下级 {of} 个地方中还有 {open} 个未确认 {year} 年数据。请待其确认。',
    en: 'Of the {of} localities right below, {open} have not confirmed {year}. Wait for them.',
  },
  FIGURES_NOT_CONFIRMED: { zh: '{year} 年数据尚未确认。', en: 'The figures of {year} are not confirmed.' },
  FIGURES_CONFIRMED_ABOVE: {
    zh: '上级已确认 {year} 年数据,须由上级先解除。',
    en: 'The level above has confirmed {year}; it has to unlock first.',
  },
} as const satisfies RefusalCatalogue;
