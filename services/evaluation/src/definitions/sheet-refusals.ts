import { definitionRefusals } from '@duban/kernel';

/** Refusals of what is done with a locality's score sheets themselves. */
export const SHEET_REFUSALS = definitionRefusals({
  noun: 'sheet',
  zh: '考核表',
  en: 'score sheet',
  check: 'checkScoreSheets',
  revise: 'reviseScoreSheets',
  example: 'sheets.units.indicators.onTime',
});
