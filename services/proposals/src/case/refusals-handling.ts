import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of the handling and of the tracking: allocation to struck-off entry. */
export const HANDLING_REFUSALS = {
  ALLOCATION_EMPTY: {
    zh: '至少须有一个主办、独办或分办单位。',
    en: 'At least one lead, sole or separate unit is needed.',
  },
  ALLOCATION_MIXED: {
    zh: '承办方式只能是：一个独办；一个主办加若干协办；或两个以上分办。',
    en: 'Units are either one sole unit, one lead unit with co-units, or two or more separate units.',
  },
  CO_EQUALS_LEAD: {
    zh: '同一单位不能重复承办本件（主办单位不能同时协办）。',
    en: 'A unit may have only one role in a case; a co-unit cannot be the lead.',
  },
  UNIT_NOT_ACTIVE: { zh: '该承办单位已撤销。', en: 'This handling unit is closed.' },
  DEADLINE_RULE_MISSING: {
    zh: '本地程序未规定“{stepZh}”的时限，或其起算日期未知。',
    en: 'The process has no deadline for {stepEn}, or the date it counts from is not known.',
  },
  NOT_YOUR_ASSIGNMENT: { zh: '该任务由其他单位承办。', en: 'This assignment belongs to another unit.' },
  RETURN_WINDOW_CLOSED: { zh: '退办期限已于 {due} 截止。', en: 'The time for returning it ended on {due}.' },
  RETURN_NOT_PROVIDED: { zh: '本任务不能退办。', en: 'This assignment cannot be returned.' },
  RETURN_LIMIT_REACHED: {
    zh: '该任务已申请退办 {max} 次，不能再申请。',
    en: 'It was already asked to be returned {max} times.',
  },
  REPLACEMENT_REQUIRED: {
    zh: '同意退办时须确定新的承办单位。',
    en: 'A new unit is needed to approve the return.',
  },
  UNIT_ALREADY_ON_CASE: { zh: '该单位已在承办本件。', en: 'This unit already handles the case.' },
  PARTICIPANTS_REQUIRED: {
    zh: '沟通须同时有承办单位人员和提出人参加。',
    en: 'A contact needs someone of the unit and a proposer.',
  },
  PARTICIPANT_NOT_PROPOSER: {
    zh: '参加人中有人不是本件的提出人。',
    en: 'A participant named as proposer is not a proposer of this case.',
  },
  CONTACT_PHASE_MISMATCH: {
    zh: '沟通时间与阶段“{phaseZh}”不符（以正式答复时间为界）。',
    en: 'The time does not fit the phase {phaseEn} (the formal reply is the boundary).',
  },
  NOT_CO_UNIT: { zh: '只有协办单位提出协办意见。', en: 'Only a co-unit gives an opinion to the lead.' },
  CO_MAY_NOT_REPLY: {
    zh: '协办单位不直接答复，请向主办单位提出协办意见。',
    en: 'A co-unit does not reply; it gives its opinion to the lead.',
  },
  EXTENSION_AFTER_DUE: {
    zh: '已于 {due} 到期，到期后不能申请延期。',
    en: 'It was due on {due}; an extension must be asked for before.',
  },
  EXTENSION_AMOUNT_INVALID: {
    zh: '延期数量须为正整数。',
    en: 'The extension must be a positive whole number.',
  },
  EXTENSION_TOO_LONG: {
    zh: '延期最多 {amount} {unitZh}。',
    en: 'An extension may be at most {amount} {unitEn}.',
  },
  EXTENSION_LIMIT_REACHED: {
    zh: '已延期 {max} 次，不能再延期。',
    en: 'It was already extended {max} times.',
  },
  EXTENSION_PENDING: { zh: '已有延期申请待批。', en: 'An extension request is waiting for a decision.' },
  EXTENSION_NOT_REQUESTED: { zh: '没有待批的延期申请。', en: 'No extension request is waiting.' },
  NOT_APPROVER: {
    zh: '本地程序规定此项由其他角色决定。',
    en: 'The process gives this decision to another role.',
  },
  NOT_ACKNOWLEDGED: { zh: '尚未签收，不能答复。', en: 'The assignment has not been acknowledged.' },
  CONTACT_MISSING: {
    zh: '缺少“{phaseZh}”阶段的沟通记录（要求 {min} 次，已有 {count} 次）。',
    en: 'Contact in phase {phaseEn} is missing ({min} needed, {count} recorded).',
  },
  CO_OPINION_MISSING: {
    zh: '尚有 {count} 个协办单位未提出意见。',
    en: '{count} co-units have not given their opinion.',
  },
  CLASS_REQUIRED: { zh: '正式答复须标注办理结果类别。', en: 'A formal reply needs a result class.' },
  CLASS_NOT_ALLOWED: {
    zh: '阶段性答复不标注办理结果类别。',
    en: 'An interim reply carries no result class.',
  },
  CLASS_UNKNOWN: { zh: '本地没有结果类别“{class}”。', en: 'This locality has no result class "{class}".' },
  FORMAL_REPLY_EXISTS: {
    zh: '本轮已正式答复；后续情况请用跟进答复。',
    en: 'This round has its formal reply; use a follow-up reply.',
  },
  FORMAL_REPLY_MISSING: { zh: '本轮尚无正式答复。', en: 'This round has no formal reply yet.' },
  CLASS_UNCHANGED: { zh: '结果类别已确认为“{class}”。', en: 'The class is already confirmed as {class}.' },
  ENTRY_STILL_OPEN: {
    zh: '本件已挂号跟踪，请通过销号或降类改变结果。',
    en: 'It is on the tracking register; strike it off or downgrade it instead.',
  },
  RATED_UNIT_MAY_NOT_RATE: { zh: '被评价单位不能录入评价。', en: 'The rated unit may not enter the rating.' },
  NOT_RESPONDENT: {
    zh: '按本地程序，此人不参与本件评价。',
    en: 'The process does not let this person rate this case.',
  },
  FEEDBACK_NOT_FORMAL: { zh: '只对正式答复进行评价。', en: 'Only a formal reply is rated.' },
  FEEDBACK_ALREADY_GIVEN: {
    zh: '该答复已经评价，评价不能修改；如有误，请更正评价。',
    en: 'This reply is rated already; a rating cannot be changed. If it is wrong, correct the form.',
  },
  FEEDBACK_NOT_GIVEN: {
    zh: '该答复尚未评价，无可更正。请先评价。',
    en: 'This reply has not been rated: there is nothing to correct. Rate it first.',
  },
  FEEDBACK_NOT_CORRECTABLE: {
    zh: '本地程序不允许由您更正评价。请联系办公机构。',
    en: 'The process does not let you correct a form. Ask the office.',
  },
  FEEDBACK_CORRECTION_CLOSED: {
    zh: '评价更正已于 {due} 截止。',
    en: 'The time to correct the form ended on {due}.',
  },
  FEEDBACK_DEADLINE_PASSED: { zh: '评价已于 {due} 截止。', en: 'The time for feedback ended on {due}.' },
  FEEDBACK_AXIS_MISSING: { zh: '缺少“{axisZh}”的评价。', en: 'A rating for {axisEn} is missing.' },
  FEEDBACK_AXIS_UNKNOWN: {
    zh: '本地程序不评价“{axisZh}”，或重复评价。',
    en: 'The process does not rate {axisEn}, or it is rated twice.',
  },
  LEVEL_UNKNOWN: {
    zh: '本地没有满意度等级“{level}”。',
    en: 'This locality has no satisfaction level "{level}".',
  },
  REPLIES_OUTSTANDING: {
    zh: '尚有 {count} 个单位未正式答复。',
    en: '{count} units have not given their formal reply.',
  },
  FEEDBACK_OUTSTANDING: {
    zh: '尚有 {count} 份答复未评价，且评价期限未到。',
    en: '{count} replies are not rated and the time for feedback has not ended.',
  },
  CLASS_NOT_CONFIRMED: {
    zh: '尚有 {count} 份答复的结果类别未确认。',
    en: 'The class of {count} replies is not confirmed.',
  },
  EVIDENCE_REQUIRED: {
    zh: '申请销号至少须附 {min} 项落实证明。',
    en: 'At least {min} piece of evidence is needed.',
  },
  TOO_MUCH_EVIDENCE: { zh: '落实证明最多 {max} 项。', en: 'There may be at most {max} pieces of evidence.' },
  ENTRY_NOT_CONFIRMED: {
    zh: '落实情况尚未核实确认，不能销号。',
    en: 'What was done has not been confirmed; the entry cannot be struck off.',
  },
  YEAR_NOT_NEXT: {
    zh: '只能结转到下一年度({year})。',
    en: 'An entry can be carried over only to the next year ({year}).',
  },
  NOT_A_LATER_YEAR: {
    zh: '只能在登记年度之后再次交办。',
    en: 'An entry can be handed over again only in a later year.',
  },
  CASE_STILL_HANDLED: { zh: '本件尚未办结，不能再次交办。', en: 'The case is still being handled.' },
  NOT_A_DOWNGRADE: {
    zh: '降类只能改为不再跟踪的类别。',
    en: 'A downgrade must lead to a class that is not tracked.',
  },
} as const satisfies RefusalCatalogue;
