import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of work records (工作记录). */
export const RECORD_REFUSALS = {
  RECORD_KIND_UNKNOWN: {
    zh: '本地程序没有“{record}”这种工作记录。',
    en: 'The process has no kind of work record "{record}".',
  },
  RECORD_NOT_FOUND: { zh: '没有这条工作记录。', en: 'There is no such work record.' },
  RECORD_SUBJECT_WRONG: {
    zh: '这种工作记录的对象应为{aboutZh}。',
    en: 'This kind of work record is about {aboutEn}.',
  },
  RECORD_NOT_YOURS_TO_ENTER: {
    zh: '本地程序规定“{labelZh}”由其他角色录入。',
    en: 'The process gives the record "{labelEn}" to other roles.',
  },
  RECORD_TOO_EARLY: {
    zh: '“{labelZh}”须在{momentZh}之后录入。',
    en: '"{labelEn}" is put on record only after {momentEn}.',
  },
  RECORD_FIELD_UNKNOWN: {
    zh: '这种工作记录没有“{field}”字段，或同一字段填了两次。',
    en: 'This kind of record has no field "{field}", or it was given twice.',
  },
  RECORD_FIELD_REQUIRED: {
    zh: '须填写“{labelZh}”({field})。',
    en: '"{labelEn}" ({field}) is required.',
  },
  RECORD_FIELD_INVALID: {
    zh: '“{labelZh}”({field})应填{expectedZh}，且在规定范围内。',
    en: '"{labelEn}" ({field}) takes {expectedEn}， within its limits.',
  },
  RECORD_BALLOTS_TOO_MANY: {
    zh: '“{field}”的票数之和超过应到人数。',
    en: 'The ballots in "{field}" are more than the members.',
  },
  RECORD_NOT_YOURS_TO_SIGN: {
    zh: '没有待你签名的位置。',
    en: 'There is no open place for you to sign.',
  },
  RECORD_FULLY_SIGNED: { zh: '该记录已全部签名，或不需要签名。', en: 'The record needs no more signatures.' },
  RECORD_NEEDS_NO_ANSWER: { zh: '这种工作记录不需要答复。', en: 'This kind of record is not answered.' },
  RECORD_ALREADY_ANSWERED: { zh: '该记录已经答复。', en: 'The record is answered already.' },
  RECORD_NOT_YOURS_TO_ANSWER: { zh: '该记录由其他人答复。', en: 'Somebody else has to answer this record.' },
  RECORD_MISSING: {
    zh: '缺少工作记录“{recordZh}”(要求 {min} 条符合条件，已有 {count} 条)。',
    en: 'The work record "{recordEn}" is missing ({min} needed, {count} there).',
  },
} as const satisfies RefusalCatalogue;
