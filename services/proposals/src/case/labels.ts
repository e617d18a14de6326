import type { DateUnit } from '@duban/kernel';
import type { DeadlineStep } from './deadline.js';
import type {
  AssignmentPhase,
  CasePhase,
  ConsultationLevel,
  ContactPhase,
  ContactPlace,
  EntryPhase,
  FeedbackAxis,
  PaperField,
  ProposerType,
} from './vocabulary.js';

export type Words<Code extends string> = Readonly<Record<Code, readonly [zh: string, en: string]>>;

export const CASE_PHASE_WORDS: Words<CasePhase> = {
  NONE: ['未起草', 'not drafted'],
  DRAFT: ['草稿', 'draft'],
  COSIGNING: ['征集联名', 'co-signing'],
  PRE_SUBMITTED: ['预审中', 'under pre-review'],
  PRE_REVIEWED: ['预审通过', 'adopted by the pre-review'],
  SUBMITTED: ['已提交', 'submitted'],
  UNDER_REVIEW: ['审查中', 'under review'],
  REVISION_REQUESTED: ['退回修改', 'revision requested'],
  RETURNED: ['已退回', 'returned'],
  ACCEPTED: ['审查通过', 'accepted'],
  DOCKETED: ['已立案编号', 'docketed'],
  ALLOCATED: ['已确定承办单位', 'allocated'],
  HANDED_OVER: ['已交办', 'handed over'],
  CLOSED: ['已办结', 'closed'],
  REJECTED: ['不予立案', 'rejected'],
  CONVERTED: ['转其他方式处理', 'converted'],
  MERGED: ['已并案', 'merged'],
  WITHDRAWN: ['已撤回', 'withdrawn'],
};

export const ASSIGNMENT_PHASE_WORDS: Words<AssignmentPhase> = {
  PENDING: ['待交办', 'pending'],
  HANDED_OVER: ['待签收', 'handed over'],
  ACKNOWLEDGED: ['已签收', 'acknowledged'],
  IN_HANDLING: ['办理中', 'in handling'],
  RETURN_REQUESTED: ['申请退办', 'return requested'],
  OPINION_GIVEN: ['已提出协办意见', 'opinion given'],
  REPLIED: ['已答复', 'replied'],
  RATED: ['已评价', 'rated'],
  CLOSED: ['已办结', 'closed'],
  REASSIGNED: ['已改办', 'reassigned'],
  ENDED: ['已终止', 'ended'],
};

export const ENTRY_PHASE_WORDS: Words<EntryPhase> = {
  REGISTERED: ['已挂号', 'registered'],
  IN_PROGRESS: ['推进中', 'in progress'],
  CLAIMED_DONE: ['申请销号', 'claimed done'],
  CONFIRMED: ['已核实', 'confirmed'],
  STRUCK_OFF: ['已销号', 'struck off'],
  ROLLED_OVER: ['已结转', 'rolled over'],
  REHANDED: ['再次交办', 'handed over again'],
  CROSS_TERM: ['跨届续办', 'carried into the next term'],
  DOWNGRADED: ['已降类', 'downgraded'],
  ENDED: ['已终止', 'ended'],
};

export const CONTACT_PHASE_WORDS: Words<ContactPhase> = {
  BEFORE: ['办理前', 'before handling'],
  DURING: ['办理中', 'during handling'],
  AT_REPLY: ['答复时', 'at the reply'],
  AFTER: ['答复后', 'after the reply'],
};

export const CONSULTATION_LEVEL_WORDS: Words<ConsultationLevel> = {
  OWN: ['本级有关单位', 'the own level'],
  ABOVE: ['上级有关单位', 'a level above'],
};

export const PAPER_FIELD_WORDS: Words<PaperField> = {
  TITLE: ['标题', 'the title'],
  BODY: ['正文', 'the text'],
  LEAD_PROPOSER: ['领衔人', 'the lead proposer'],
  COSIGNERS: ['联名人', 'the co-signers'],
};

export const PROPOSER_TYPE_WORDS: Words<ProposerType> = {
  INDIVIDUAL: ['个人', 'individual'],
  JOINT: ['联名', 'joint'],
  DELEGATION: ['代表团', 'delegation'],
  PARTY: ['党派', 'party'],
  MASS_ORG: ['人民团体', 'mass organisation'],
  SECTOR: ['界别', 'sector'],
  GROUP: ['小组', 'group'],
  SPECIAL_COMMITTEE: ['专门委员会', 'special committee'],
};

export const AXIS_WORDS: Words<FeedbackAxis> = {
  ATTITUDE: ['办理态度', 'attitude'],
  RESULT: ['办理结果', 'result'],
  OVERALL: ['总体评价', 'overall'],
  OTHER: ['其他方面', 'another axis'],
};

export const DATE_UNIT_WORDS: Words<DateUnit> = {
  DAY: ['天', 'days'],
  WORKDAY: ['个工作日', 'working days'],
  MONTH: ['个月', 'months'],
};

export const DEADLINE_STEP_WORDS: Words<DeadlineStep> = {
  COSIGN: ['联名确认', 'co-signing'],
  HANDOVER: ['交办', 'the handover'],
  CONTACT: ['首次沟通', 'the first contact'],
  REVIEW: ['审查', 'the review'],
  ACKNOWLEDGE: ['签收', 'acknowledging'],
  RETURN: ['退办', 'returning'],
  RETURN_DECISION: ['退办裁定', 'deciding a return'],
  CO_OPINION: ['协办意见', "the co-unit's opinion"],
  REPLY: ['答复', 'the reply'],
  REHANDLING: ['二次办理', 'second handling'],
  FEEDBACK: ['评价', 'feedback'],
  TRACKING: ['跟踪落实', 'tracking'],
  COMMITMENT: ['兑现承诺', 'keeping a promise'],
  PRECHECK: ['预交办答复', 'the answer on the proposed units'],
  PLAN: ['办理计划', 'the plan'],
  MILESTONE: ['计划节点', 'a milestone of the plan'],
  UNIT_DEADLINE: ['单位内部时限', "the unit's own deadline"],
  FILING_REVIEW: ['备案复查', 'looking again at what was filed'],
  RECORD_ANSWER: ['工作记录答复', 'the answer to a work record'],
  ENTRY_MILESTONE: ['跟踪节点', 'a step on the register'],
};

export const CONTACT_PLACE_WORDS: Words<ContactPlace> = {
  OFFICE: ['办公场所', 'the office'],
  STATION: ['代表联络家站点', 'a liaison station'],
  ON_SITE: ['现场', 'on site'],
  PROPOSER: ['提出人处', "the proposer's"],
  REMOTE: ['远程', 'from afar'],
  OTHER: ['其他地点', 'elsewhere'],
};

/** A code with its words, as refusal texts want it: `{phase}`, `{phaseZh}`, `{phaseEn}`. */
export function worded<Code extends string>(name: string, words: Words<Code>, code: Code) {
  const [zh, en] = words[code];
  return { [name]: code, [`${name}Zh`]: zh, [`${name}En`]: en };
}

/** Several words in one text; a dash for none. */
export const joined = (words: readonly string[], by: string): string => words.join(by) || '-';
