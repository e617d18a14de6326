import { enumOf } from '@duban/kernel/graphql';
import type { RatingSource } from '../facts/vocabulary.js';
import type { RatedAxis, RatingMethod } from './rating.js';
import type { EnteredSource } from './rating-rules.js';

const ENTERED: Readonly<Record<EnteredSource, string>> = {
  VERIFICATION: '核实: somebody asked the proposer whether they are truly satisfied',
  THIRD_PARTY: '第三方调查: a survey by a third party',
  LAST_YEAR_B: '上年度B类件后续评价: on what became of a promise put on the register in an earlier year',
};

export const EnteredRatingSourceEnum = enumOf<EnteredSource>(
  'EnteredRatingSource',
  '录入评价来源: what is entered beside the signed form',
  ENTERED,
);

export const RatingSourceEnum = enumOf<RatingSource>('RatingSource', '评价来源: where a rating comes from', {
  FORM: '反馈表: signed by the proposer with the reply',
  ...ENTERED,
  VOTE: '测评表决: a collective vote with ballots and a verdict',
});

export const RatingAxisEnum = enumOf<RatedAxis>('RatingAxis', '评价方面: what was rated', {
  ATTITUDE: '态度: attitude and process of handling',
  RESULT: '结果: the result of handling',
  OVERALL: '总体: the whole',
  OTHER: '其他: an axis of the locality’s own that stands for none of these',
});

export const RatingMethodEnum = enumOf<RatingMethod>('RatingMethod', '征询方式: how the proposer was asked', {
  ON_SITE: '现场座谈: in person',
  PHONE: '电话询问: by telephone',
  ENTRUSTED: '委托走访: by somebody entrusted with a visit',
  QUESTIONNAIRE: '问卷: by questionnaire',
  MEETING: '会议: at a meeting',
});
