import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of bundling what is raised below into themes. */
export const THEME_REFUSALS = {
  THEME_NOBODY_BELOW: {
    zh: '本地方没有下级,不能确立专题。请由上级地方确立。',
    en: 'There is no locality below this one. A theme is opened by a level above.',
  },
  THEME_WITHOUT_FIELD: {
    zh: '专题须写明内容:通用分类、类型、时段、承办系统或仅重点,至少一项。',
    en: 'Say what the theme is about: at least one of category, kind, period, system and keyOnly.',
  },
  THEME_NAME_TAKEN: {
    zh: '已有名为“{name}”的专题尚未结束。请另取名称。',
    en: 'An open theme is called "{name}" already. Give this one another name.',
  },
  THEME_UNCHANGED: {
    zh: '修订后的内容与原来相同。请写明要改的内容。',
    en: 'This is what the theme says already. Say what is to be different.',
  },
  THEME_NOT_FOUND: { zh: '没有这个专题。', en: 'There is no such theme.' },
  THEME_CLOSED: {
    zh: '专题已结束,不再变更。如需继续,请另立专题。',
    en: 'The theme is closed and changes no more. Open another one to go on.',
  },
  THEME_CASE_NOT_FOUND: {
    zh: '没有这件建议提案,或其所在地方未共享。请从指标件目中选取。',
    en: 'There is no such case, or its locality does not share it. Pick one that is listed behind a figure.',
  },
  THEME_CASE_PICKED: {
    zh: '这件建议提案已选入该专题。',
    en: 'This case has been picked for the theme already.',
  },
  THEME_CASE_NOT_PICKED: {
    zh: '该专题没有选入这件建议提案。',
    en: 'This case has not been picked for the theme.',
  },
  THEME_CASES_FULL: {
    zh: '一个专题最多选入 {most} 件。请先移出,或另立专题。',
    en: 'A theme has at most {most} picked cases. Remove one first, or open another theme.',
  },
} as const satisfies RefusalCatalogue;
