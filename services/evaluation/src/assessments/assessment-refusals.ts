import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of grades by several kinds of assessors, and of objections to them. */
export const ASSESSMENT_REFUSALS = {
  ASSESSOR_ROLE_NOT_ASKED: {
    zh: '本角色不能以 {assessor} 身份为“{code}”评分。请查看 assessmentTasks 中可用的身份。',
    en: 'This role does not grade "{code}" as {assessor}. assessmentTasks lists as what it may.',
  },
  ASSESSMENT_OF_OTHERS: {
    zh: '自评只能评本单位;评其他单位请用互评。',
    en: 'A self-assessment is about one’s own unit. Grade another unit as its peer.',
  },
  ASSESSMENT_OF_ONESELF: {
    zh: '不能以他人身份评本单位;考核表允许自评时请用自评。',
    en: 'Nobody grades their own unit as somebody else. Where the sheet asks for it, grade it as SELF.',
  },
  ASSESSMENT_WINDOW_CLOSED: {
    zh: '评分期为 {from} 至 {to},现在不能评分。',
    en: 'Grades are given from {from} to {to}, and not today.',
  },
  ASSESSMENT_GIVEN_BEFORE: {
    zh: '已评过分。如有误,请由主办方更正并说明理由。',
    en: 'This has been graded already. If it is wrong, the organiser corrects it with a reason.',
  },
  OBJECTION_NOT_FOUND: { zh: '没有这项申诉。', en: 'There is no such objection.' },
  OBJECTION_NOT_FORESEEN: {
    zh: '考核表没有为“{code}”设申诉。',
    en: 'The sheet foresees no objection to "{code}".',
  },
  OBJECTION_PERIOD_OVER: {
    zh: '申诉期已于 {until} 届满。',
    en: 'The time for objections ended on {until}.',
  },
  OBJECTION_MADE_BEFORE: {
    zh: '对这项评分已经申诉或裁定过,不再受理。',
    en: 'This grade has been objected to or decided on already.',
  },
  OBJECTION_DECIDED_BEFORE: { zh: '这项申诉已经裁定。', en: 'This objection has been decided already.' },
  OBJECTION_DECIDER_OTHER: {
    zh: '这项申诉由以下角色裁定:{roles}。',
    en: 'These roles decide on this objection: {roles}.',
  },
  OBJECTION_TO_OWN_GRADE: {
    zh: '评分人不能裁定对自己评分的申诉,请由他人裁定。',
    en: 'Whoever gave the grade does not decide on the objection to it. Let somebody else decide.',
  },
  OBJECTION_VALUE_WRONG: {
    zh: '申诉成立须写明改为几分;不成立则不能写。',
    en: 'An upheld objection says what counts instead; a rejected one does not.',
  },
} as const satisfies RefusalCatalogue;
