import { enumOf } from '@duban/kernel/graphql';

import type { AwardVerdict } from './award.js';

export const AwardVerdictEnum = enumOf<AwardVerdict>(
  'AwardVerdict',
  '评定: what was decided on a nomination',
  {
    AWARDED: '评上: has the award',
    DECLINED: '未评上: does not have it',
  },
);
