import { DateTimeScalar, WholePageArgs } from '@duban/kernel/graphql';
import { ArgsType, Field, Int } from 'type-graphql';
import type { PlaceDimension } from '../../rollup/dimension.js';
import { PlaceDimensionEnum } from '../../rollup/rollup.enums.type.js';
import { AS_OF, YEAR } from '../../runs/asked-scores.query.js';

@ArgsType()
export class YardstickArgs extends WholePageArgs {
  @Field(() => String, {
    description:
      '标尺: code of a sheet of the viewer’s own locality that is about localities and asks for metrics alone',
  })
  sheet: string;

  @Field(() => Int, YEAR)
  year: number;

  @Field(() => DateTimeScalar, AS_OF)
  asOf?: string | null;

  @Field(() => PlaceDimensionEnum, {
    defaultValue: 'CHILD',
    description: '层级: which localities are compared',
  })
  by: PlaceDimension;
}
