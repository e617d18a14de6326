import { DecimalScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { ProposalType } from '../foreign.type.js';
import { SubjectFields, subjectFields } from '../runs/subject.type.js';
import type { CaseShift, Shift } from '../score/score-shifts.js';
import type { SubjectKind } from '../sheet/sheet.js';
import type { WrittenProblem } from '../sheet/sheet-texts.file.js';
import type { TriedSheet } from './try-sheet/try-sheet.js';
import type { Move, WhatIf } from './what-if.js';

@ObjectType('SheetProblem', { description: '考核表文本问题: what is wrong in a written sheet, and where' })
export class SheetProblemType {
  @Field(() => String, { description: '代码: such as WEIGHTS_NOT_MAXIMUM' })
  code: string;

  @Field(() => String, { description: '路径: where it stands; empty when the text does not fit the schema' })
  path: string;

  @Field(() => Int, { description: '行: from 1' })
  line: number;

  @Field(() => Int, { description: '列: from 1' })
  column: number;

  @Field(() => String, { description: '说明: what to write, in Chinese' })
  message: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  messageEn: string;

  static of({ code, path, line, column, zh, en }: WrittenProblem): SheetProblemType {
    return Object.assign(new SheetProblemType(), { code, path, line, column, message: zh, messageEn: en });
  }
}

@ObjectType('ScoreCaseShift', {
  description: '逐件变化: what one case cost by the one and by the other sheet',
})
export class ScoreCaseShiftType {
  @Field(() => ProposalType, {
    nullable: true,
    description: '件: the case; null for a record about the unit',
  })
  proposal: ProposalType | null;

  @Field(() => DecimalScalar, { description: '原失分: points it costs now' })
  before: string;

  @Field(() => DecimalScalar, { description: '新失分: points it would cost' })
  after: string;

  static of(tenant: number, { caseId, before, after }: CaseShift): ScoreCaseShiftType {
    const proposal = caseId === null ? null : ProposalType.of(tenant, caseId);
    return Object.assign(new ScoreCaseShiftType(), { proposal, before, after });
  }
}

@ObjectType('ScoreShift', {
  description: '指标变化: what an indicator gives by the one and by the other sheet',
})
export class ScoreShiftType {
  @Field(() => String, { description: '代码: the indicator, bonus or deduction' })
  code: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '原得分: points now; null where the sheet does not have it',
  })
  before: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '新得分: points it would give' })
  after: string | null;

  @Field(() => DecimalScalar, { description: '增减: points gained' })
  difference: string;

  /** Not a field. */
  casesOf: () => readonly ScoreCaseShiftType[];

  @Field(() => [ScoreCaseShiftType], { description: '逐件变化: the cases behind it, 100 at most' })
  cases(): readonly ScoreCaseShiftType[] {
    return this.casesOf();
  }

  static of(shift: Shift, casesOf: () => readonly ScoreCaseShiftType[]): ScoreShiftType {
    return Object.assign(new ScoreShiftType(), { ...shift, casesOf });
  }
}

@ObjectType('ScoreMove', {
  description: '升降: a unit, section, case or locality by the one and by the other sheet',
})
export class ScoreMoveType extends SubjectFields {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: '原得分: null when not assessed, or when the sheet in force cannot score yet',
  })
  before: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '新得分: null when not assessed' })
  after: string | null;

  @Field(() => Int, { nullable: true, description: '原名次: within the group' })
  rankBefore: number | null;

  @Field(() => Int, { nullable: true, description: '新名次: within the group' })
  rankAfter: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: '增减: points gained' })
  difference: string | null;

  @Field(() => [ScoreShiftType], { description: '指标变化: what makes the difference, the largest first' })
  shifts: ScoreShiftType[];

  static of(tenant: number, subject: SubjectKind, move: Move, trial: WhatIf): ScoreMoveType {
    const { subjectId, before, after, difference, shifts } = move;
    const casesOf = (code: string) => () =>
      trial
        .cases(subjectId, code)
        .slice(0, 100)
        .map((shift) => ScoreCaseShiftType.of(tenant, shift));
    return Object.assign(new ScoreMoveType(), {
      ...subjectFields(tenant, subject, subjectId),
      before: before?.counted ?? null,
      after: after.counted,
      rankBefore: before?.rank ?? null,
      rankAfter: after.rank,
      difference,
      shifts: shifts.map((shift) => ScoreShiftType.of(shift, casesOf(shift.code))),
    });
  }
}

@ObjectType('SheetTrial', { description: '考核表试算: another text of a sheet tried on a year’s real cases' })
export class SheetTrialType {
  @Field(() => [SheetProblemType], {
    description: '问题: what keeps the text from being used; then nothing was tried',
  })
  problems: SheetProblemType[];

  @Field(() => Int, { description: '升分单位数: how many gain points' })
  winners: number;

  @Field(() => Int, { description: '降分单位数: how many lose points' })
  losers: number;

  @Field(() => [ScoreMoveType], { description: '升降: unit by unit, the largest change first, 500 at most' })
  moves: ScoreMoveType[];

  static of(tenant: number, { problems, trial, subject }: TriedSheet): SheetTrialType {
    return Object.assign(new SheetTrialType(), {
      problems: problems.slice(0, 100).map((problem) => SheetProblemType.of(problem)),
      winners: trial?.winners ?? 0,
      losers: trial?.losers ?? 0,
      moves: (trial?.moves ?? [])
        .slice(0, 500)
        .map((move) => ScoreMoveType.of(tenant, subject, move, trial as WhatIf)),
    });
  }
}
