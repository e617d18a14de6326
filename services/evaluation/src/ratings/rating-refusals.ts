import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of entering and correcting ratings. */
export const RATING_REFUSALS = {
  RATING_NOT_FOUND: {
    zh: '没有这条录入的评价;反馈表和表决不在此更正。',
    en: 'There is no such entered rating. What stands on a form or came of a vote is not corrected here.',
  },
  RATING_SOURCE_NOT_USED: {
    zh: '本地不采用“{source}”来源的评价;可在 scoring.yaml 的 ratings.sources 中设定。',
    en: 'This locality takes no ratings of source {source}. It may say so in scoring.yaml under ratings.sources.',
  },
  RATING_NOT_ENTRUSTED: {
    zh: '本地未委托您的角色录入“{source}”来源的评价,请由受委托的单位录入。',
    en: 'Your role is not entrusted with ratings of source {source}. Ask those who are to enter it.',
  },
  RATING_ROUND_UNKNOWN: {
    zh: '该件没有第 {round} 轮办理,已有:{rounds}。',
    en: 'The case has no round {round}. Those it has: {rounds}.',
  },
  RATING_UNIT_NOT_IN_ROUND: {
    zh: '该单位在第 {round} 轮不直接答复代表(委员),请选择独办、主办或分别办理的单位。',
    en: 'This unit does not answer the proposers in round {round}. Name one that handles it alone, leads or handles separately.',
  },
  RATING_UNIT_MISSING: {
    zh: '第 {round} 轮由几个单位分别办理,请指明评价哪个单位。',
    en: 'Several units handle round {round} separately. Say which of them is rated.',
  },
  RATING_BEFORE_REPLY: {
    zh: '评价须在答复之后。',
    en: 'It can be rated only after the reply of that round.',
  },
  RATING_DEADLINE_PASSED: {
    zh: '评价期限为 {due},已过期。',
    en: 'The last day for such a rating was {due}.',
  },
  RATING_WITHOUT_PROMISE: {
    zh: '该件在 {year} 年及以前没有登记跟踪的承诺事项。',
    en: 'The case has no promise put on the register in {year} or before.',
  },
  RATER_NOT_PROPOSER: {
    zh: '评价人须是该件的提出人(领衔或联名)。',
    en: 'Only a proposer of the case rates it: the lead, or one who signed.',
  },
  RATING_AXIS_UNKNOWN: {
    zh: '本地不评价“{axis}”方面,可用:{known}。',
    en: 'The locality does not rate {axis}. What it rates: {known}.',
  },
  RATING_LEVEL_UNKNOWN: {
    zh: '本地没有“{level}”这一等级,可用:{known}。',
    en: 'The locality has no level {level}. Those it has: {known}.',
  },
  RATING_POINTS_OUT_OF_RANGE: {
    zh: '该方面按分评价,须在 0 到 {max} 之间。',
    en: 'This axis is rated in points, from 0 to {max}.',
  },
  RATING_ALREADY_GIVEN: {
    zh: '同一评价人在第 {round} 轮就同一方面只能评价一次;有误请更正。',
    en: 'The same rater has rated this axis in round {round}. Correct it if it is wrong.',
  },
  RATING_ALREADY_CORRECTED: {
    zh: '这条评价已被更正,请更正最新的一条。',
    en: 'This rating has been corrected already. Correct the latest one.',
  },
  RATING_UNCHANGED: { zh: '更正后的评价与原来相同。', en: 'The corrected rating is what it was.' },
} as const satisfies RefusalCatalogue;
