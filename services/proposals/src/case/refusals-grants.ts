import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of work across levels. */
export const GRANT_REFUSALS = {
  SHARED_CASE_NOT_FOUND: {
    zh: '没有可查阅的下级件：没有这一件，或者该地方不向上级提供全文。',
    en: 'There is no such case to open: it does not exist, or its locality does not share its texts.',
  },
  GRANT_NOT_FOUND: {
    zh: '未找到该授权，或授权已到期、已收回。',
    en: 'There is no such grant, or it has ended.',
  },
  GRANT_FORM_UNKNOWN: {
    zh: '本地程序没有此类的“{form}”协作方式，请从 process.grantForms 中选用。',
    en: 'The process has no form of this kind "{form}"; process.grantForms lists them.',
  },
  GRANT_SEES_TOO_MUCH: {
    zh: '此种协作方式只能查看基本信息(METADATA)，不能查看全部。',
    en: 'Under this form the facts alone are seen (METADATA), and not all of it.',
  },
  GRANT_NOT_IN_LINE: {
    zh: '只能授权给本地的上级、下级地方；同级地方须由共同的上级决定。',
    en: 'A case is granted to a level above or below only; to a neighbour by decision of the common level above.',
  },
  GRANT_WRONG_DIRECTION: {
    zh: '此种协作方式不适用于该地方的层级。',
    en: 'This form of cooperation is not meant for that level.',
  },
  GRANT_EXISTS: {
    zh: '已为同一协作方式授权该地方，请先收回或等待到期。',
    en: 'That locality has a grant of this kind already; revoke it or wait until it ends.',
  },
  GRANT_UNTIL_INVALID: {
    zh: '授权截止日应在今天至 {last} 之间，写作 2026-12-31。',
    en: 'A grant of this form ends between today and {last}; write 2026-12-31.',
  },
  OWN_LEVEL_NOT_DONE: {
    zh: '应先做好本级工作：各承办单位答复后，方可开展联合督办。',
    en: 'The own level comes first: supervise jointly after every unit has replied.',
  },
  GRANT_DOES_NOT_COVER: {
    zh: '该授权不包括此种意见。',
    en: 'The grant does not cover an opinion of this kind.',
  },
  OPINION_NOT_FOUND: {
    zh: '未找到可采纳的下级审查意见。',
    en: 'There is no opinion of a lower locality to take.',
  },
} as const satisfies RefusalCatalogue;
