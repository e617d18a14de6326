import { enumOf } from '@duban/kernel/graphql';

import type { CostReason, NotAssessed } from '../score/score-tree.js';
import type { MissingPolicy } from '../sheet/indicator.js';
import type { VetoEffect, VetoScope } from '../sheet/veto.js';

export const CostReasonEnum = enumOf<CostReason>('CostReason', '失分原因: why a case or record cost points', {
  NOT_MET: '未达到: what was asked for is not so',
  UNKNOWN: '情况不明: the facts do not tell, and that counts against',
  BELOW_FULL: '未得满分: graded or counted below what is full',
  COUNTED: '计件扣分: it is one of those that are counted',
});

export const MissingPolicyEnum = enumOf<MissingPolicy>(
  'MissingPolicy',
  '无数据处理: what happens when there is nothing to measure',
  {
    EXCLUDE_AND_RENORMALISE: '分摊: its points go to the other indicators in proportion',
    FULL: '得满分: full points',
    ZERO: '得零分: no points',
    NOT_ASSESSED: '不考核: no score at all',
  },
);

export const VetoScopeEnum = enumOf<VetoScope>('VetoScope', '否决范围: whom a veto falls upon', {
  SECTION: '科室: the section, and not its unit',
  UNIT: '单位: the unit',
  PERSON: '个人: the person',
});

export const VetoEffectEnum = enumOf<VetoEffect>('VetoEffect', '否决后果: what a veto means', {
  INELIGIBLE_FOR_AWARD: '取消评优资格: no award',
  GRADE_CAP: '限定等次: no better grade than the one given',
  SCORE_ZERO: '计零分: counts as zero in rankings',
});

export const NotAssessedEnum = enumOf<NotAssessed>('NotAssessed', '不考核原因: why there is no score', {
  TOO_FEW_CASES: '件数不足: fewer cases than the sheet asks for',
  NOTHING_TO_MEASURE: '无可计量: an indicator without which there is no score has nothing to measure',
});
