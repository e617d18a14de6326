import { enumOf } from '@duban/kernel/graphql';
import type {
  AssignmentOrigin,
  AssignmentPhase,
  AssignmentRole,
  CanonicalLevel,
  CanonicalOutcome,
  ContactChannel,
  ContactPhase,
  ContactRole,
  EntryPhase,
  FeedbackAxis,
  ReplyKind,
} from '../case/vocabulary.js';

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
  CROSS_TERM: '跨届续办: carried into the next term',
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
    STAKEHOLDER: '利益相关方: an interested party',
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
  OTHER: '其他方面: one of the locality’s own',
});

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
