import { connectionOf, DateTimeScalar, DecimalScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { SubjectScore } from '../score/score-tree.js';
import { NotAssessedEnum } from './score.enums.type.js';
import type { ScoreBoard } from './score-board.js';
import { ScoreAdjustmentType, ScoreTargetType, ScoreVetoType } from './score-line.type.js';
import type { ScoreQuestion } from './score-question.js';
import { SubjectFields, subjectFields } from './subject.type.js';

type ScoredYear = Pick<ScoreQuestion, 'sheet' | 'year' | 'asOf'>;

@ObjectType('Score', {
  description:
    '得分: the score of a unit, section, case or locality by a sheet; a tree whose parts add up to the last digit',
})
export class ScoreType extends SubjectFields {
  @Field(() => String, { description: '考核表: its code' })
  sheet: string;

  @Field(() => Int, { description: '年度: whose cases count' })
  year: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '时点: as of when; null for now' })
  asOf: string | null;

  @Field(() => Int, { description: '件数: cases that the sheet looks at' })
  cases: number;

  @Field(() => NotAssessedEnum, {
    nullable: true,
    description: '不考核原因: why there is no score; null when there is one',
  })
  notAssessed: SubjectScore['notAssessed'];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '总分: the sum of all parts; null when not assessed',
  })
  total: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '计入排名: the total, unless a veto over the whole unit counts as zero',
  })
  counted: string | null;

  @Field(() => String, { nullable: true, description: '等次: by the sheet’s own grades, by code' })
  grade: string | null;

  @Field(() => String, { nullable: true, description: '分组: by how many cases the unit has, by code' })
  group: string | null;

  @Field(() => Int, { nullable: true, description: '名次: within the group; null with too few cases' })
  rank: number | null;

  @Field(() => Int, { description: '参加排名数: how many are ranked in the group' })
  rankedOf: number;

  @Field(() => Boolean, { description: '点名: below the score from which units are listed' })
  listed: boolean;

  @Field(() => Boolean, { description: '可评优: no veto over the unit keeps it from an award' })
  eligibleForAward: boolean;

  @Field(() => DecimalScalar, { description: '上下限: what the sheet’s floor or cap added or took' })
  bound: string;

  @Field(() => DecimalScalar, { description: '舍入: what rounding the total added or took' })
  rounding: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '承办件数: cases of the year in any role, withdrawn and merged ones aside; null in a published score',
  })
  workload: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '在办件数: of these, not closed yet; null in a published score',
  })
  openCases: number | null;

  @Field(() => [ScoreAdjustmentType], { description: '加分扣分: in the order applied' })
  adjustments: ScoreAdjustmentType[];

  @Field(() => [ScoreVetoType], {
    description: '一票否决: whatever was triggered, also where it hits a section alone',
  })
  vetoes: ScoreVetoType[];

  @Field(() => [ScoreTargetType], { description: '目标: what was to be reached' })
  targets: ScoreTargetType[];

  /** Not fields: what `lines` is made of. */
  board: ScoreBoard;
  score: SubjectScore;

  static of(tenant: number, question: ScoredYear, board: ScoreBoard, score: SubjectScore): ScoreType {
    const { sheet } = board;
    const { adjustments, vetoes, targets, lines: _, ...shown } = score;
    return Object.assign(new ScoreType(), {
      ...shown,
      sheet: question.sheet,
      year: question.year,
      asOf: question.asOf,
      ...subjectFields(tenant, sheet.subject, score.subjectId),
      workload: board.workloadOf(score.subjectId)?.items ?? null,
      openCases: board.workloadOf(score.subjectId)?.open ?? null,
      adjustments: adjustments.map((line) => ScoreAdjustmentType.of(line, sheet)),
      vetoes: vetoes.map((line) => ScoreVetoType.of(line, sheet, score.subjectId)),
      targets: targets.map((line) => ScoreTargetType.of(line, sheet)),
      board,
      score,
    });
  }
}

export const ScoreConnection = connectionOf(ScoreType, '得分', 'Score');
