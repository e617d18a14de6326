import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of nominating, deciding and publishing awards. */
export const AWARD_REFUSALS = {
  AWARD_UNKNOWN: {
    zh: '没有代码为“{code}”的评优项目,可用:{known}。',
    en: 'There is no award "{code}". Those there are: {known}.',
  },
  AWARD_SUBJECT_OTHER: {
    zh: '该项评优的对象是 {subject},请只写这一类对象。',
    en: 'This award is for {subject}. Name one of these, and nothing else.',
  },
  AWARD_SUBJECT_NOT_FOUND: {
    zh: '本地没有这个单位或这件建议提案。',
    en: 'This locality has no such unit or case.',
  },
  AWARD_NOMINATOR_OTHER: {
    zh: '该项评优由以下角色推荐:{roles}。',
    en: 'These roles nominate for this award: {roles}.',
  },
  AWARD_OF_ANOTHER_UNIT: {
    zh: '单位只能推荐自己。',
    en: 'A unit nominates itself alone.',
  },
  AWARD_NOMINATED_BEFORE: {
    zh: '本年度该项评优已推荐过同一对象。',
    en: 'The same has been nominated for this award this year.',
  },
  AWARD_INELIGIBLE: {
    zh: '已被一票否决,不得评优:{vetoes}。',
    en: 'A veto stands, and there is no award: {vetoes}.',
  },
  AWARD_NOT_FOUND: { zh: '没有这项推荐。', en: 'There is no such nomination.' },
  AWARD_DECIDED_BEFORE: { zh: '这项推荐已经评定。', en: 'This nomination has been decided already.' },
  AWARD_DECIDER_OTHER: {
    zh: '该项评优由以下角色评定和公布:{roles}。',
    en: 'These roles decide on this award and publish it: {roles}.',
  },
  AWARD_QUOTA_FULL: {
    zh: '名额 {quota} 个已满。',
    en: 'All {quota} awards of the year are given.',
  },
  AWARDS_UNDECIDED: {
    zh: '还有 {open} 项推荐未评定,请先评定再公布。',
    en: '{open} nominations are undecided. Decide on them before publishing.',
  },
  AWARDS_NONE: {
    zh: '没有评出的对象,无可公布。',
    en: 'Nobody has been given this award: there is nothing to publish.',
  },
  AWARDS_PUBLISHED_BEFORE: {
    zh: '本年度该项评优已公布,不再变更。',
    en: 'This award has been published for the year and changes no more.',
  },
} as const satisfies RefusalCatalogue;
