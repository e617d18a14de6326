import { enumOf } from '@duban/kernel/graphql';

import type { DutyKind } from '../process/supervision.js';
import type { QuotaState } from './quota.js';

export const DutyKindEnum = enumOf<DutyKind>(
  'DutyKind',
  '职责: what somebody does for a case beside its unit',
  {
    LEAD_HANDLING: '领办: leads the handling',
    SUPERVISION: '督办: supervises it',
    EXECUTION: '具体督办: carries the supervision out',
    COORDINATION: '统筹: coordinates the supervision',
    CASE_OWNERSHIP: '包案: owns the case until it is solved',
  },
);

export const HolderKindEnum = enumOf<'PERSON' | 'ORGAN' | 'UNIT'>(
  'HolderKind',
  '承担者: what a duty or a quota is of',
  { PERSON: '个人: a person', ORGAN: '机构: an organ of the locality', UNIT: '单位: a handling unit' },
);

export const QuotaStateEnum = enumOf<QuotaState>('QuotaState', '定额状态: whether a quota is met', {
  MET: '已完成: what is asked for is done',
  OPEN: '进行中: it can still be done',
  AT_RISK: '有风险: everything still possible is needed',
  IMPOSSIBLE: '无法完成: it cannot be done any more',
  EXCEEDED: '超出: more than is allowed',
});
