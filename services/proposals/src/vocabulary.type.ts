import type { DateUnit } from '@duban/kernel';
import { registerEnumType } from 'type-graphql';
import type { DeadlineAnchor } from './deadline.js';
import type {
  AssignmentOrigin,
  AssignmentPhase,
  AssignmentRole,
  CanonicalLevel,
  CanonicalOutcome,
  CasePhase,
  ContactChannel,
  ContactPhase,
  ContactRole,
  CosignatureStatus,
  EntryPhase,
  FeedbackAxis,
  KeyTier,
  ProposalKind,
  ProposerType,
  ReplyKind,
  ReviewVerdict,
  SessionPeriod,
  Source,
} from './vocabulary.js';

/** Registers an enum whose values are their own names; every value has its description. */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): { readonly [Name in Value]: Name } {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(object, { name, description, valuesConfig });
  return object as { readonly [Name in Value]: Name };
}

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
  SUBMITTED: '已提交: submitted',
  UNDER_REVIEW: '审查中: under review',
  REVISION_REQUESTED: '退回修改: a reviewer asked for a revision',
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

export const AssignmentPhaseEnum = enumOf<AssignmentPhase>(
  'AssignmentPhase',
  '承办阶段: where one unit stands',
  {
    PENDING: '待交办: allocated, not yet handed over',
    HANDED_OVER: '待签收: handed over, not yet acknowledged',
    ACKNOWLEDGED: '已签收: acknowledged',
    IN_HANDLING: '办理中: being handled',
    RETURN_REQUESTED: '申请退办: the unit asks to return it',
    OPINION_GIVEN: '已提出协办意见: the co-unit gave its opinion',
    REPLIED: '已答复: formally replied',
    RATED: '已评价: rated by the proposer',
    CLOSED: '已办结: handling ended',
    REASSIGNED: '已改办: moved to another unit',
    ENDED: '已终止: ended without a reply',
  },
);

export const EntryPhaseEnum = enumOf<EntryPhase>('EntryPhase', '跟踪阶段: where a tracking entry stands', {
  REGISTERED: '已挂号: registered',
  IN_PROGRESS: '推进中: progress was recorded',
  CLAIMED_DONE: '申请销号: the unit says it is done',
  CONFIRMED: '已核实: confirmed as done',
  STRUCK_OFF: '已销号: struck off',
  ROLLED_OVER: '已结转: carried to the next year',
  REHANDED: '再次交办: handed over again',
  DOWNGRADED: '已降类: no longer feasible',
  ENDED: '已终止: ended with its case',
});

export const AssignmentRoleEnum = enumOf<AssignmentRole>('AssignmentRole', '承办角色: the part a unit has', {
  SOLE: '独办: handles it alone',
  LEAD: '主办: leads and replies',
  CO: '协办: gives its opinion to the lead',
  SEPARATE: '分办: one of several units that each reply',
});

export const AssignmentOriginEnum = enumOf<AssignmentOrigin>(
  'AssignmentOrigin',
  '来源: why the assignment exists',
  {
    HANDOVER: '交办: first handover',
    RETURN: '改办: moved from another unit',
    REHANDLING: '二次办理: second handling',
    REHAND: '再次交办: handed over again in a later year',
  },
);

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
  REQUEST_REVISION: '退回修改: to be revised',
  REJECT: '不予立案: not accepted',
  CONVERT: '转其他方式处理: handled in another way',
});

export const ContactPhaseEnum = enumOf<ContactPhase>('ContactPhase', '沟通阶段: when it took place', {
  BEFORE: '办理前: before handling',
  DURING: '办理中: during handling',
  AT_REPLY: '答复时: when the reply was delivered',
  AFTER: '答复后: after the reply',
});

export const ContactChannelEnum = enumOf<ContactChannel>('ContactChannel', '沟通方式: how they met', {
  PHONE: '电话: by telephone',
  WRITTEN: '书面: in writing',
  MEETING: '面谈: in a meeting',
  ONSITE: '现场: on site',
  STATION: '联络站: at a liaison station',
  ONLINE: '线上: on line',
});

export const ContactRoleEnum = enumOf<ContactRole>(
  'ContactRole',
  '参加身份: what a participant was at that time',
  {
    PROPOSER: '提出人: lead proposer or co-signer',
    UNIT_HEAD: '单位主要负责人: head of the unit',
    UNIT_DEPUTY_HEAD: '单位分管负责人: deputy head of the unit',
    SECTION_HEAD: '科室负责人: head of a section',
    UNIT_HANDLER: '承办人员: handler of the unit',
    CONGRESS_OFFICE: '人大工作机构: office of the congress',
    CPPCC_OFFICE: '政协工作机构: office of the CPPCC',
    GOVERNMENT_OFFICE: '政府办: government office',
    STREET_COMMITTEE: '街道人大工委: street committee',
    OTHER: '其他: somebody else',
  },
);

export const ReplyKindEnum = enumOf<ReplyKind>('ReplyKind', '答复种类: of a reply', {
  INTERIM: '阶段性答复: interim',
  FORMAL: '正式答复: formal, with a result class',
  FOLLOW_UP: '跟进答复: after the formal reply',
});

export const CanonicalOutcomeEnum = enumOf<CanonicalOutcome>(
  'CanonicalOutcome',
  '通用办理结果: what a local class means',
  {
    SOLVED: '已解决: solved',
    IN_PROGRESS: '正在解决: being solved',
    PLANNED: '列入计划: planned',
    DEFERRED: '暂难解决: cannot be solved for now',
    REFERENCE: '留作参考: kept for reference',
  },
);

export const CanonicalLevelEnum = enumOf<CanonicalLevel>(
  'CanonicalLevel',
  '通用满意度: what a local level means',
  {
    SATISFIED: '满意: satisfied',
    BASICALLY_SATISFIED: '基本满意: basically satisfied',
    DISSATISFIED: '不满意: dissatisfied',
  },
);

export const FeedbackAxisEnum = enumOf<FeedbackAxis>('FeedbackAxis', '评价维度: what is rated', {
  ATTITUDE: '办理态度: attitude and process',
  RESULT: '办理结果: result',
  OVERALL: '总体评价: overall',
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
    INVITATION: '邀请之日: the day of the invitation',
    HANDOVER: '交办之日: the day of the handover',
    RETURN_REQUEST: '申请退办之日: the day the return was asked for',
    REPLY: '答复之日: the day of the reply',
    REGISTRATION: '挂号之日: the day of the registration',
    SESSION_CLOSE: '会议闭幕之日: the day the session closed',
    FIXED_DATE: '固定日期: a fixed date of the year',
  },
);

export const DisclosureConsentEnum = enumOf<'FULL' | 'TITLE_ONLY' | 'NONE'>(
  'DisclosureConsent',
  '公开意愿: what the proposer agrees to disclose',
  { FULL: '全文公开: the whole text', TITLE_ONLY: '仅公开标题: the title only', NONE: '不公开: nothing' },
);

export const DecisionEnum = enumOf<'APPROVE' | 'REFUSE'>('Decision', '批准与否: on a request', {
  APPROVE: '同意: approved',
  REFUSE: '不同意: refused',
});

export const RequestDecisionEnum = enumOf<'APPROVED' | 'REFUSED'>(
  'RequestDecision',
  '裁定: what became of a request',
  {
    APPROVED: '已同意: approved',
    REFUSED: '未同意: refused',
  },
);
