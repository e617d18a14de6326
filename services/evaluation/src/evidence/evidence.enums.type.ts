import { enumOf } from '@duban/kernel/graphql';

import type { Evidence } from '../score/score-input.js';
import type { Assessor } from '../sheet/assessment.js';
import type { Verdict } from './evidence.js';

export const EvidenceSourceEnum = enumOf<Evidence['source']>(
  'EvidenceSource',
  '依据类别: what kind of thing was recorded',
  {
    MANUAL: '人工评分: a grade that somebody gave',
    SURVEY: '测评: a rating from a survey',
    FLAG: '标识: something was noted; each occurrence by itself',
  },
);

export const AssessorEnum = enumOf<Assessor>(
  'Assessor',
  '评分人: as what kind of assessor a grade is given',
  {
    SELF: '自评: the unit about itself',
    PEER: '互评: another unit',
    PARTICIPANTS: '参与者评: deputies, members and others who took part',
    ORGANISER: '主办方评: the office that scores',
  },
);

export const ObjectionVerdictEnum = enumOf<Verdict>('ObjectionVerdict', '裁定: what came of an objection', {
  UPHELD: '成立: another grade counts instead',
  REJECTED: '不成立: the grade counts as it was',
});
