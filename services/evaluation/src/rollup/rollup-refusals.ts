import type { RefusalCatalogue } from '@duban/kernel';

/** Told as what was asked wrongly: nothing is done by asking. */
export const ROLLUP_REFUSALS = {
  RATINGS_PROTECTED: {
    zh: '所查地方中有设小数保护的,不能按满意度逐级分解(RATINGS_PROTECTED)。请改用满意率指标,按地方、年度、类型查询。',
    en: 'Among the localities asked about are some that protect few ratings: there is no breakdown by satisfaction (RATINGS_PROTECTED). Ask for the metrics of satisfaction by place, year and kind.',
  },
} as const satisfies RefusalCatalogue;
