import { enumOf } from '@duban/kernel/graphql';

import type { RowOrder } from './chosen-rows.js';
import type { DimensionName, PlaceDimension } from './dimension.js';

const PLACES: Readonly<Record<PlaceDimension, string>> = {
  CHILD:
    '下级地方: each locality right below, with everything below it; own items stand in a row of their own',
  PROVINCE: '省级: each province in view, with everything below it',
  CITY: '市级: each city in view, with everything below it',
  COUNTY: '县级: each county in view',
};

export const PlaceDimensionEnum = enumOf<PlaceDimension>(
  'PlaceDimension',
  '地方层级: which localities figures are told of one by one',
  PLACES,
);

export const DimensionEnum = enumOf<DimensionName>(
  'RollupDimension',
  '分解维度: what figures are broken down by',
  {
    ...PLACES,
    YEAR: '年度: year of the session',
    MONTH: '月份: of the handover; of the submission, for what was received and accepted',
    KIND: '类型: suggestions and proposals',
    PERIOD: '时段: in session and between sessions',
    CATEGORY: '内容分类: by the canonical category that local ones are mapped to',
    TIER: '重点督办层级: by canonical tier; an item of two tiers stands in both rows',
    SYSTEM: '承办系统: of the units that answer for it, as of the handover; SEVERAL where theirs differ',
    OUTCOME: '办理结果含义: over the coarsest partition common to the localities in view, never by letter',
    SATISFACTION: '满意度: by canonical level, on the axis and of the round asked for',
  },
);

export const SortDirectionEnum = enumOf<RowOrder['direction']>('RollupDirection', '排序方向: which way', {
  ASC: '升序: the lowest first',
  DESC: '降序: the highest first',
});
