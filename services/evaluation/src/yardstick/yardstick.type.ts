import { connectionOf, DecimalScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalityType } from '../foreign.type.js';
import { NotAssessedEnum } from '../runs/score.enums.type.js';
import { MeasuredLine, namedLine } from '../runs/score-line.type.js';
import type { NotAssessed, SubjectScore } from '../score/score-tree.js';
import type { Sheet } from '../sheet/sheet.js';

@ObjectType('YardstickLine', { description: '标尺指标: one indicator of it, over all of a locality’s cases' })
export class YardstickLineType extends MeasuredLine {}

@ObjectType('YardstickRow', {
  description: '标尺得分: one locality by a sheet that is the same for all of them',
})
export class YardstickRowType {
  @Field(() => LocalityType, { description: '地方: whose cases, everything below it included' })
  locality: LocalityType;

  @Field(() => Int, { description: '件数: items of the year that the sheet looks at' })
  cases: number;

  @Field(() => DecimalScalar, { nullable: true, description: '得分: null when it is not assessed' })
  total: string | null;

  @Field(() => NotAssessedEnum, { nullable: true, description: '不参评原因: why there is no score' })
  notAssessed: NotAssessed | null;

  @Field(() => Int, {
    nullable: true,
    description: '名次: null without a score, or with fewer cases than the sheet ranks',
  })
  rank: number | null;

  @Field(() => Int, { description: '参评地方数: how many are ranked in its group' })
  rankedOf: number;

  @Field(() => String, { nullable: true, description: '等次: by the sheet’s grades' })
  grade: string | null;

  @Field(() => [YardstickLineType], { description: '得分明细: each indicator with both counts' })
  lines: YardstickLineType[];

  static of(sheet: Sheet, score: SubjectScore): YardstickRowType {
    const { subjectId, cases, total, notAssessed, rank, rankedOf, grade, lines } = score;
    return Object.assign(new YardstickRowType(), {
      locality: LocalityType.of(Number(subjectId)),
      ...{ cases, total, notAssessed, rank, rankedOf, grade },
      lines: lines.map((line) => Object.assign(new YardstickLineType(), namedLine(line, sheet))),
    });
  }
}

export const YardstickConnection = connectionOf(YardstickRowType, '标尺得分', 'Yardstick');
