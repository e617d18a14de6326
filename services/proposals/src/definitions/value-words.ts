import { type Codes, valueWords } from '@duban/kernel';
import { ASSIGNMENT_PHASE_WORDS, AXIS_WORDS, CONTACT_PHASE_WORDS, DATE_UNIT_WORDS } from '../case/labels.js';
import { ROLE_WORDS } from '../case/role-words.js';

/** Codes of the language in words; what is not here stands as it is written. */
const CODES: Codes = {
  ...ROLE_WORDS,
  ...CONTACT_PHASE_WORDS,
  ...AXIS_WORDS,
  ...DATE_UNIT_WORDS,
  ACKNOWLEDGED: ASSIGNMENT_PHASE_WORDS.ACKNOWLEDGED,
  NPC_SUGGESTION: ['代表建议', 'suggestions of deputies'],
  CPPCC_PROPOSAL: ['政协提案', 'proposals of the CPPCC'],
  IN_SESSION: ['大会期间', 'in session'],
  INTER_SESSION: ['闭会期间', 'between sessions'],
  BLOCK: ['不满足不能进行', 'refused when not met'],
  WARN: ['不满足时提示并记录', 'recorded when not met'],
  OFF: ['不要求', 'not asked for'],
  REFUSE: ['不受理', 'refused'],
  ACCEPT: ['受理', 'accepted'],
  RESTART: ['重新计时', 'starts again'],
  KEEP: ['沿用', 'is kept'],
  REQUEST_REVISION: ['退回修改', 'return for revision'],
  REJECT: ['不予立案', 'reject'],
  CONVERT: ['转其他方式处理', 'convert'],
  INVITATION: ['邀请之日', 'the invitation'],
  HANDOVER: ['交办之日', 'the handover'],
  RETURN_REQUEST: ['申请退办之日', 'the request to return'],
  REPLY: ['答复之日', 'the reply'],
  REGISTRATION: ['挂号之日', 'the registration'],
  SESSION_CLOSE: ['会议闭幕之日', 'the close of the session'],
  FIXED_DATE: ['规定日期', 'a fixed date'],
  SOLVED: ['已解决', 'solved'],
  IN_PROGRESS: ['正在解决', 'in progress'],
  PLANNED: ['列入计划', 'planned'],
  DEFERRED: ['暂难解决', 'deferred'],
  REFERENCE: ['留作参考', 'for reference'],
  SATISFIED: ['满意', 'satisfied'],
  BASICALLY_SATISFIED: ['基本满意', 'basically satisfied'],
  DISSATISFIED: ['不满意', 'dissatisfied'],
  LEAD_PROPOSER: ['领衔人', 'the lead proposer'],
  EVERY_PROPOSER: ['每位提出人', 'every proposer'],
  WORST: ['最差的', 'the worst'],
  BEST: ['最好的', 'the best'],
  ALL: ['每位评价人', 'every rater'],
  LEAD_RATER: ['仅领衔人', 'the lead proposer alone'],
  CONFIRMED_ONLY: ['经确认才计入', 'counts once it is confirmed'],
  CLAIMED_UNTIL_CONFIRMED: ['确认前先按单位所报', 'counts as claimed until it is confirmed'],
  FORM: ['表格', 'the form'],
  VERIFICATION: ['核实', 'a verification'],
  THIRD_PARTY: ['第三方评价', 'a third party'],
  LAST_YEAR_B: ['上年度 B 类件评价', 'last year’s class B'],
  VOTE: ['表决', 'a vote'],
  YEAR: ['年', 'year'],
  TERM: ['届', 'term'],
  SESSION: ['次', 'session'],
};

const CONDITIONS: Codes = {
  'hard=true': ['难度大、涉及面广', 'hard or wide matters'],
  'hard=false': ['一般件', 'ordinary matters'],
  'key=true': ['重点件', 'key items'],
  'key=false': ['非重点件', 'not key items'],
};

/** Values of a process in words. */
export const PROCESS_WORDS = valueWords(CODES, CONDITIONS);
