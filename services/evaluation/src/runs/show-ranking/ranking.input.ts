import { DateTimeScalar, enumOf, PageArgs } from '@duban/kernel/graphql';
import { ArgsType, Field, InputType, Int } from 'type-graphql';

import { AS_OF, SHEET, YEAR } from '../asked-scores.query.js';
import type { ScoreOrder } from '../scoreboard.js';

export const ScoreOrderEnum = enumOf<ScoreOrder>('ScoreOrder', '排序: what the list is sorted by', {
  RANK: '名次: group by group, the first in front',
  SCORE_HIGHEST: '得分从高到低: who has no score last',
  SCORE_LOWEST: '得分从低到高: who has no score last',
  WORKLOAD_MOST: '承办件数从多到少: who handles most in front',
  OPEN_MOST: '在办件数从多到少: who has most that is not closed in front',
  NAME: '名称: by pinyin',
});

@InputType({ description: '筛选: which of the scores; what is left out does not matter' })
export class ScoreFilterInput {
  @Field(() => String, {
    nullable: true,
    description: '系统: units of this system, as the unit register calls it',
  })
  system?: string | null;

  @Field(() => String, { nullable: true, description: '分组: of this group, by code' })
  group?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '点名: below the score from which units are listed, or not',
  })
  listed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '一票否决: with a veto that stands, or without' })
  vetoed?: boolean | null;
}

@ArgsType()
export class RankingArgs extends PageArgs {
  @Field(() => String, SHEET)
  sheet: string;

  @Field(() => Int, YEAR)
  year: number;

  @Field(() => DateTimeScalar, AS_OF)
  asOf?: string | null;

  @Field(() => ScoreOrderEnum, { defaultValue: 'RANK', description: '排序: by what' })
  orderBy: ScoreOrder;

  @Field(() => ScoreFilterInput, { nullable: true, description: '筛选: which of them' })
  filter?: ScoreFilterInput | null;
}
