import type { CanonicalCategory } from '@duban/kernel';
import { enumOf } from '@duban/kernel/graphql';
import type { HandlingSystem } from './facts/unit-systems.js';
import type { Axis, CanonicalOutcome, Level, RoundChoice } from './facts/vocabulary.js';
import { METRIC_NAMES, type MetricName, metricOf } from './figures/metrics.js';
import type { TreeView } from './tree/tree-view.js';

type Words<Value extends string> = Readonly<Record<Value, string>>;

/** Numerator and denominator stand in the contract itself: a number nobody can explain is no figure. */
function describeMetric(name: MetricName): string {
  const { zh, en, numerator, denominator } = metricOf(name);
  const below = denominator ? `; ${denominator.zh} / denominator: ${denominator.en}` : '';
  return `${zh}: ${en}. ${numerator.zh} / ${denominator ? 'numerator' : 'counted'}: ${numerator.en}${below}`;
}

export const MetricNameEnum = enumOf<MetricName>(
  'MetricName',
  '指标: what is counted; every metric is a numerator over a denominator, or a plain number',
  Object.fromEntries(METRIC_NAMES.map((name) => [name, describeMetric(name)])) as Words<MetricName>,
);

export const SatisfactionAxisEnum = enumOf<Axis>(
  'SatisfactionAxis',
  '评价方面: what was rated; the whole is not the result',
  {
    ATTITUDE: '态度: attitude and process of handling',
    RESULT: '结果: the result of handling',
    OVERALL: '总体: the whole, where a locality asks no further',
  },
);

export const RoundChoiceEnum = enumOf<RoundChoice>(
  'RoundChoice',
  '轮次选择: which round of handling a rating is read from',
  {
    FIRST: '首次: the first round',
    FINAL: '最终: the latest round that was rated',
  },
);

export const CanonicalOutcomeEnum = enumOf<CanonicalOutcome>(
  'CanonicalOutcome',
  '办理结果含义: what a local result class means; a class means a set of these',
  {
    SOLVED: '已解决: solved or basically solved',
    IN_PROGRESS: '正在解决: work has started',
    PLANNED: '列入计划: planned, step by step',
    DEFERRED: '暂不能解决: not possible for now because of conditions',
    REFERENCE: '留作参考: kept for reference',
  },
);

export const CanonicalLevelEnum = enumOf<Level>('CanonicalLevel', '满意程度: canonical level of a rating', {
  SATISFIED: '满意: satisfied',
  BASICALLY_SATISFIED: '基本满意: basically satisfied',
  DISSATISFIED: '不满意: dissatisfied',
});

export const ProposalKindEnum = enumOf<'NPC_SUGGESTION' | 'CPPCC_PROPOSAL'>(
  'ProposalKind',
  '类型: suggestion or proposal',
  {
    NPC_SUGGESTION: '代表建议: suggestion, criticism or opinion of a deputy',
    CPPCC_PROPOSAL: '政协提案: proposal to the CPPCC committee',
  },
);

export const SessionPeriodEnum = enumOf<'IN_SESSION' | 'INTER_SESSION'>(
  'SessionPeriod',
  '时段: when it was submitted',
  {
    IN_SESSION: '大会期间: during the session',
    INTER_SESSION: '闭会期间: between sessions',
  },
);

export const HandlingSystemEnum = enumOf<HandlingSystem>(
  'HandlingSystem',
  '承办系统: which system the units that answer for an item are of, as of the handover',
  {
    GOVERNMENT: '政府系统: government',
    PARTY_AND_MASS: '党群系统: party and mass organisations',
    CONGRESS: '人大系统: congress',
    CPPCC: '政协系统: CPPCC',
    SUPERVISORY: '监察系统: supervisory commission',
    COURT: '法院: court',
    PROCURATORATE: '检察院: procuratorate',
    MASS_ORG: '群团组织: mass organisation',
    GARRISON: '军队: garrison',
    VERTICAL: '垂直管理单位: unit under vertical administration',
    SOE: '国有企业: state-owned enterprise',
    SEVERAL: '跨系统: several units of different systems answer',
  },
);

export const CanonicalCategoryEnum = enumOf<CanonicalCategory>(
  'CanonicalCategory',
  '通用分类: the short list that every locality’s categories map to',
  {
    ECONOMY: '经济发展: economy',
    FINANCE: '财税金融: finance and tax',
    INDUSTRY_TRANSPORT: '工业交通: industry and transport',
    AGRICULTURE_RURAL: '农业农村: agriculture and the countryside',
    URBAN_CONSTRUCTION: '城乡建设: construction and management of towns',
    ECOLOGY: '生态环境: ecology and environment',
    EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT: '教科文卫体: education, science, culture, health, sport',
    SOCIAL_SECURITY_LIVELIHOOD: '社会保障与民生: social security and livelihood',
    POLITICS_LAW_UNITED_FRONT: '政法统战: politics, law, united front',
    OTHER: '其他: other',
  },
);

export const RoundingModeEnum = enumOf<'HALF_UP' | 'TRUNCATE' | 'HALF_UP_RESIDUAL_ON_LARGEST'>(
  'RoundingMode',
  '取舍方式: how a share is shown; the counts stay exact',
  {
    HALF_UP: '四舍五入: half up',
    TRUNCATE: '截尾: cut off',
    HALF_UP_RESIDUAL_ON_LARGEST:
      '四舍五入,差额计入最大项: half up; what parts of one whole lack to 100 goes to the largest',
  },
);

export const TreeViewEnum = enumOf<TreeView>(
  'TreeView',
  '区划口径: which tree of localities items count by',
  {
    AS_IT_IS:
      '现行区划: by the tree of the day spoken of (today, or asOf); what an ended locality left counts at its successor, of several at what stands above them all',
    AS_IT_WAS: '当时区划: each item where its locality stood on the day the item was submitted',
  },
);
