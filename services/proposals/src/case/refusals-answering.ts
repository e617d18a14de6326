import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals around the answer: the draft, the letter, what it promises. */
export const ANSWERING_REFUSALS = {
  DRAFT_MISSING: {
    zh: '没有待会签、待审核的答复稿，请承办单位先拟稿。',
    en: 'There is no draft to sign or review; the unit drafts its reply first.',
  },
  COUNTERSIGN_MISSING: {
    zh: '尚有 {count} 个协办单位未会签同意，会签后才能答复。',
    en: '{count} co-units have not agreed to the draft; it is sent after they have.',
  },
  REPLY_NOT_REVIEWED: {
    zh: '答复稿未经审核通过，请修改后重新送审。',
    en: 'The draft has not passed the review; revise it and have it reviewed.',
  },
  REPLY_DIFFERS_FROM_DRAFT: {
    zh: '答复与会签、审核通过的稿件不一致，请重新拟稿。',
    en: 'The letter is not what was agreed on; draft it again.',
  },
  DOCUMENT_NUMBER_MALFORMED: {
    zh: '文号不合本地式样，应如“{example}”。',
    en: 'The number has another form; write it like "{example}".',
  },
  SIGNATORY_NOT_ALLOWED: {
    zh: '本件答复应由{rolesZh}签发。',
    en: 'This letter is to be signed by {rolesEn}.',
  },
  LETTER_FIELD_MISSING: { zh: '答复件缺少“{fieldZh}”。', en: 'The letter lacks {fieldEn}.' },
  POINTS_OUT_OF_RANGE: {
    zh: '“{axisZh}”按分评价，应为 0 至 {max} 的整数。',
    en: '{axisEn} is rated in points: a whole number from 0 to {max}.',
  },
  ROUNDS_EXHAUSTED: {
    zh: '已办理 {max} 轮，不再启动下一轮；请作专门说明。',
    en: 'It was handled {max} times, which is the most; explain it instead.',
  },
  FOLLOW_UP_MISSING: {
    zh: '办结的承诺须再次答复提出人，请先作跟进答复。',
    en: 'What was promised and is done is told to the proposer first, in a follow-up reply.',
  },
  PROPOSER_NOT_ASKED: {
    zh: '行文前须就答复稿征询提出人意见，请记录沟通和提出人意见。',
    en: 'The proposer is asked about the draft first; record the contact and what the proposer said.',
  },
  MATTERS_NOT_COVERED: {
    zh: '尚有 {count} 项事项未答复，请逐项答复。',
    en: '{count} matters are not answered; the letter answers each.',
  },
  MATTER_NOT_ON_CASE: { zh: '本件没有第 {number} 项事项。', en: 'The case has no matter number {number}.' },
  ATTENTION_MARKED: { zh: '本件已标注社会关注度高。', en: 'The case is marked already.' },
  MILESTONES_UNSOUND: {
    zh: '须有 1 至 {max} 个节点，日期依次在后且不早于今日。',
    en: 'There must be 1 to {max} steps, their days in order and none in the past.',
  },
  TERM_NOT_LATER: {
    zh: '只能转入第 {term} 届之后的届次。',
    en: 'It can only go on into a term after {term}.',
  },
  ENTRY_ALREADY_RATED: {
    zh: '该件 {year} 年度的后续办理已经评价。',
    en: 'What was done since is rated already for {year}.',
  },
  TOO_MANY_COMMITMENTS: { zh: '承诺事项最多 {max} 项。', en: 'There may be at most {max} commitments.' },
  COMMITMENT_DUE_PAST: {
    zh: '承诺事项的完成日期 {due} 已过，请填写今后的日期。',
    en: 'A commitment is due on {due}, which has passed; give a later day.',
  },
  COMMITMENT_NOT_OPEN: {
    zh: '没有这项待核实的承诺事项。',
    en: 'There is no such commitment waiting to be checked.',
  },
} as const satisfies RefusalCatalogue;
