import { enumOf } from '@duban/kernel/graphql';
import type { Fulfilment } from '../case/events-answering.js';
import type {
  FeedbackStatus,
  LetterDisclosure,
  ReplyFault,
  RoundReason,
} from '../case/vocabulary-answering.js';

export const LetterDisclosureEnum = enumOf<LetterDisclosure>(
  'LetterDisclosure',
  '公开属性: whether the public may read the letter',
  {
    PROACTIVE: '主动公开: published by the unit',
    ON_REQUEST: '依申请公开: given to who asks for it',
    NONE: '不予公开: kept from the public',
  },
);

export const ReplyFaultEnum = enumOf<ReplyFault>('ReplyFault', '答复问题: what is wrong with a draft', {
  PERFUNCTORY: '空洞无物: empty phrases, a formal letter without substance',
  OFF_THE_POINT: '答非所问: does not answer what was asked',
  INCOMPLETE: '未逐项答复: leaves matters out',
  WRONG_CLASS: '类别不当: marks another class than what was reached',
  FORM: '格式不合规范: not in due form',
});

export const ReplyVerdictEnum = enumOf<'PASS' | 'REJECT'>(
  'ReplyVerdict',
  '答复审核结论: what the office says of a draft',
  {
    PASS: '通过: may be sent',
    REJECT: '不通过: to be written again',
  },
);

export const FulfilmentEnum = enumOf<Fulfilment>('Fulfilment', '兑现情况: whether a promise was kept', {
  YES: '已兑现: kept',
  PARTLY: '部分兑现: kept in part',
  NO: '未兑现: not kept',
});

export const RoundReasonEnum = enumOf<RoundReason>(
  'RoundReason',
  '重新办理事由: why a case is handled again',
  {
    DISSATISFIED: '不满意: the proposer is dissatisfied',
    LOW_QUALITY: '办理质量不高: an office finds it poorly handled',
    POOR_EFFECT: '办理效果不佳、举措不实: little came of it',
    PUBLIC_DISSATISFIED: '群众不满意: the public is dissatisfied',
    HIGH_ATTENTION: '社会关注度高而未解决: many care, and it is not solved',
    LOW_SCORE: '评分偏低: the points add up to too little',
  },
);

export const FeedbackStatusEnum = enumOf<FeedbackStatus>(
  'FeedbackStatus',
  '评价状态: how the feedback on a reply stands',
  {
    WAITING: '待评价: nobody has rated it yet',
    PARTLY: '部分评价: some have',
    GIVEN: '已评价: all who rate have',
    LAPSED: '逾期未评价: the time for it has ended and some have not',
  },
);
