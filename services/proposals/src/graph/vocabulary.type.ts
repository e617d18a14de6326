import type { DateUnit } from '@duban/kernel';
import { enumOf } from '@duban/kernel/graphql';
import type { DeadlineAnchor } from '../case/deadline.js';
import type {
  CasePhase,
  CosignatureStatus,
  KeyTier,
  ProposalKind,
  ProposerType,
  ReviewVerdict,
  SessionPeriod,
  Source,
} from '../case/vocabulary.js';

export const ProposalKindEnum = enumOf<ProposalKind>('ProposalKind', '件别: which kind of case', {
  NPC_SUGGESTION: '人大代表建议: suggestion, criticism or opinion of a deputy',
  CPPCC_PROPOSAL: '政协提案: proposal by members or bodies of the CPPCC',
});

export const SessionPeriodEnum = enumOf<SessionPeriod>('SessionPeriod', '时段: when it was submitted', {
  IN_SESSION: '大会期间: during the plenary session',
  INTER_SESSION: '闭会期间: between sessions',
});

export const ProposerTypeEnum = enumOf<ProposerType>('ProposerType', '提出方式: who submits it', {
  INDIVIDUAL: '个人: one person',
  JOINT: '联名: several persons jointly',
  DELEGATION: '代表团: a whole delegation',
  PARTY: '党派: a party',
  MASS_ORG: '人民团体: a mass organisation',
  SECTOR: '界别: a sector of the CPPCC',
  GROUP: '小组: a group of members',
  SPECIAL_COMMITTEE: '专门委员会: a special committee',
});

export const CasePhaseEnum = enumOf<Exclude<CasePhase, 'NONE'>>('CasePhase', '阶段: where the case stands', {
  DRAFT: '草稿: being written',
  COSIGNING: '征集联名: co-signers are invited',
  PRE_SUBMITTED: '预审中: the draft is with the pre-review',
  PRE_REVIEWED: '预审通过: the draft was adopted and may be submitted',
  SUBMITTED: '已提交: submitted',
  UNDER_REVIEW: '审查中: under review',
  REVISION_REQUESTED: '退回修改: a reviewer asked for a revision',
  RETURNED: '已退回: given back to its author, to be written anew or given up',
  ACCEPTED: '审查通过: accepted by the review',
  DOCKETED: '已立案编号: has its case number',
  ALLOCATED: '已确定承办单位: units are decided',
  HANDED_OVER: '已交办: handed over, being handled',
  CLOSED: '已办结: handling ended',
  REJECTED: '不予立案: not accepted',
  CONVERTED: '转其他方式处理: handled in another way',
  MERGED: '已并案: went into another case',
  WITHDRAWN: '已撤回: withdrawn by its author',
});

export const CosignatureStatusEnum = enumOf<CosignatureStatus>(
  'CosignatureStatus',
  '联名状态: of one invitation',
  {
    INVITED: '待确认: invited',
    CONFIRMED: '已确认: signed',
    DECLINED: '已谢绝: declined',
    CANCELLED: '已取消: cancelled by the lead proposer',
    LAPSED: '已失效: not answered before submission',
  },
);

export const ReviewVerdictEnum = enumOf<ReviewVerdict>('ReviewVerdict', '审查结论: of one review stage', {
  ACCEPT: '通过: accepted',
  ADOPT: '采用: adopted by the pre-review',
  REQUEST_REVISION: '退回修改: to be revised',
  REVISE: '修改: to be revised, of a pre-review',
  REWRITE: '重写: to be written anew',
  RETURN: '退回: given back, to be written anew or given up',
  REJECT: '不予立案: not accepted',
  MERGE: '并案: goes into another case',
  CONVERT: '转其他方式处理: handled in another way',
});

export const KeyTierEnum = enumOf<KeyTier>('KeyTier', '重点督办层级: who supervises a key item', {
  TOP_LEADER: '主要领导: top leaders',
  CONGRESS_LEADER: '人大(政协)领导: leaders of the congress or CPPCC',
  GOV_LEADER: '政府领导: leaders of the government',
  SPECIAL_COMMITTEE: '专门委员会: special committees',
  STANDING_MEMBER: '常委会组成人员: members of the standing committee',
  DEPUTY: '代表: deputies',
  UNIT_INTERNAL: '单位内部: within the unit',
});

export const SourceEnum = enumOf<Source>('EntrySource', '录入来源: how the case came in', {
  ONLINE: '在线: on line by its actor',
  PAPER: '纸质: entered by the office from paper',
  LEDGER: '台账: from an imported ledger',
});

export const DateUnitEnum = enumOf<DateUnit>('DateUnit', '时限单位: what a time limit is counted in', {
  DAY: '天: calendar days',
  WORKDAY: '工作日: working days, with public holidays and make-up days',
  MONTH: '月: months, same day, clamped to the end of the month',
});

export const DeadlineAnchorEnum = enumOf<DeadlineAnchor>(
  'DeadlineAnchor',
  '起算点: what a time limit starts from',
  {
    REVIEW_STAGE: '审查环节开始之日: the day the review stage opened',
    INVITATION: '邀请之日: the day of the invitation',
    SUBMISSION: '收到之日: the day the office received it',
    DOCKETING: '立案之日: the day it got its number',
    ALLOCATION: '征询意见: when units were proposed',
    FILING: '备案: when it was filed for record',
    HANDOVER: '交办之日: the day of the handover',
    RECEIPT: '签收之日: the day the unit acknowledged it; counted from the handover until then',
    RETURN_REQUEST: '申请退办之日: the day the return was asked for',
    REPLY: '答复之日: the day of the reply',
    REGISTRATION: '挂号之日: the day of the registration',
    REPLY_DUE: '答复到期日: the day the reply is due',
    RECORD: '记录之日: the day of the work record',
    SESSION_CLOSE: '会议闭幕之日: the day the session closed',
    FIXED_DATE: '固定日期: a fixed date of the year',
  },
);

export const DisclosureConsentEnum = enumOf<'FULL' | 'TITLE_ONLY' | 'NONE'>(
  'DisclosureConsent',
  '公开意愿: what the proposer agrees to disclose',
  { FULL: '全文公开: the whole text', TITLE_ONLY: '仅公开标题: the title only', NONE: '不公开: nothing' },
);
