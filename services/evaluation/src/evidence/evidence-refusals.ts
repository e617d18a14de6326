import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of recording grades, ratings and flags. */
export const EVIDENCE_REFUSALS = {
  EVIDENCE_SUBJECT_NOT_FOUND: {
    zh: '本地没有这个承办单位、科室或件。',
    en: 'This locality has no such unit, section or case.',
  },
  PROPOSAL_NOT_FOUND: { zh: '未找到该件。', en: 'There is no such case.' },
  EVIDENCE_NOT_FOUND: { zh: '没有这条评分依据。', en: 'There is no such record.' },
  EVIDENCE_CODE_UNKNOWN: {
    zh: '现行考核表没有代码为“{code}”的 {source} 项,可用:{known}。',
    en: 'No sheet in force asks for {source} "{code}". Those it asks for: {known}.',
  },
  EVIDENCE_VALUE_OUT_OF_RANGE: {
    zh: '分值须在 0 到 {max} 之间,收到 {value}。',
    en: 'The value has to lie between 0 and {max}; it is {value}.',
  },
  EVIDENCE_FLAG_VALUE: {
    zh: '标识只有“有”,分值须为 1。多次发生请分别记录。',
    en: 'A flag is there or not: its value has to be 1. Record each occurrence by itself.',
  },
  EVIDENCE_TOO_MANY_DOCUMENTS: {
    zh: '佐证材料最多 {max} 份。',
    en: 'At most {max} documents may be attached.',
  },
  EVIDENCE_ALREADY_CORRECTED: {
    zh: '这条依据已被更正,请更正最新的一条。',
    en: 'This record has been corrected already. Correct the latest one.',
  },
  EVIDENCE_UNCHANGED: {
    zh: '更正后的分值与原来相同({value})。',
    en: 'The corrected value is what it was ({value}).',
  },
  EVIDENCE_CONTESTED: {
    zh: '单位对这条依据的申诉尚未裁定,请先裁定申诉。',
    en: 'The unit has objected to this record. Decide on the objection first.',
  },
  EVIDENCE_OF_SURVEY: {
    zh: '这条依据来自一次测评,请更正该次测评(importSurvey 的 corrects)。',
    en: 'This record comes of a survey. Correct the survey as a whole (corrects of importSurvey).',
  },
  ASSESSOR_NOT_ASKED: {
    zh: '“{code}”不由 {assessor} 评分,评分人为:{asked}。',
    en: '"{code}" is not graded by {assessor}. Those who grade it: {asked}.',
  },
} as const satisfies RefusalCatalogue;
