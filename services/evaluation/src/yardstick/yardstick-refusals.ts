import type { RefusalCatalogue } from '@duban/kernel';
import { SCORE_REFUSALS } from '../runs/score-refusals.js';

/** Told as what was asked wrongly: nothing is done by asking. */
export const YARDSTICK_REFUSALS = {
  ...SCORE_REFUSALS,
  NOT_A_YARDSTICK: {
    zh: '考核表“{sheet}”的“{part}”不能只由汇总指标得出，不能用作通用标尺。标尺以地方(LOCALITY)为对象，各项只用 METRIC，不设加减分和一票否决。',
    en: 'The sheet "{sheet}" cannot be a yardstick: figures alone do not tell "{part}". A yardstick is about localities (LOCALITY), asks for METRIC alone, and has neither adjustments nor vetoes.',
  },
} as const satisfies RefusalCatalogue;
