import type { CellProblem } from '@duban/kernel';
import { answer, CellProblemType, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import { SurveyType } from '../survey.type.js';
import { SURVEY_COLUMNS, type SurveyKey } from '../survey-row.js';
import { importSurvey } from './import-survey.js';

@InputType({ description: '测评结果行: what one unit was given on one question, in the words of the file' })
class SurveyRowInput {
  @Field(() => Int, {
    nullable: true,
    description: '行号: how problems name the row; its place in the list, from 1, when left out',
  })
  row?: number | null;
}

for (const { key, heading, required } of SURVEY_COLUMNS) {
  const description = `${heading}: as in the column of this name${required ? '; required' : ''}`;
  Field(() => String, { nullable: true, description })(SurveyRowInput.prototype, key);
}

const cellsOf = (row: SurveyRowInput): Record<string, string> =>
  Object.fromEntries(
    SURVEY_COLUMNS.map(({ key, heading }) => [
      heading,
      (row as Partial<Record<SurveyKey, string | null>>)[key] ?? '',
    ]),
  );

@InputType({ description: '更正测评: which import is wrong, and why' })
class SurveyCorrectionInput {
  @Field(() => ID, { description: '测评: the survey that this one takes the place of, as a whole' })
  surveyId: string;

  @Field(() => String, { description: '更正理由: 1 to 500 characters' })
  reason: string;
}

@InputType({ description: '导入测评: who asked whom and when, and what came of it' })
class ImportSurveyInput extends CommandInput {
  @Field(() => Int, { description: '年度: whose scores it counts in' })
  year: number;

  @Field(() => String, { description: '名称: what the survey is called, 1 to 200 characters' })
  title: string;

  @Field(() => String, { description: '组织者: who asked, 1 to 200 characters' })
  organiser: string;

  @Field(() => DateScalar, { description: '起始日: the first day on which somebody was asked' })
  from: string;

  @Field(() => DateScalar, { description: '截止日: the last day' })
  to: string;

  @Field(() => Int, { description: '样本量: how many were asked' })
  sampleSize: number;

  @Field(() => [SurveyRowInput], { description: '结果行: 1 to 1,000' })
  rows: SurveyRowInput[];

  @Field(() => SurveyCorrectionInput, {
    nullable: true,
    description: '更正: what it takes the place of; a new survey when left out',
  })
  corrects?: SurveyCorrectionInput | null;
}

@ObjectType({ description: '测评问题: one bad cell, and what is allowed there' })
class SurveyProblem extends CellProblemType {}

const ImportSurveyResult = resultOf('ImportSurvey', '导入测评', {
  survey: { type: () => SurveyType, description: '测评: as imported' },
});

Field(() => [SurveyProblem], { description: '测评问题: every bad cell, 1,000 at most' })(
  ImportSurveyResult.Refusal.prototype,
  'problems',
);

const TOLD_AT_MOST = 1000;

@Resolver()
export class ImportSurveyMutation {
  @Mutation(() => ImportSurveyResult.Result, {
    description:
      '导入测评: a survey with its results, all or nothing; scores read them as ratings of a survey',
  })
  async importSurvey(
    @Arg('input', () => ImportSurveyInput, { description: '输入: the survey and its results' })
    { idempotencyKey, rows, corrects, ...said }: ImportSurveyInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    let problems: readonly CellProblem[] = [];
    const wish = {
      ...{ year: readYear(said.year), title: said.title, organiser: said.organiser },
      ...{ from: said.from, to: said.to, sampleSize: said.sampleSize },
      headings: null,
      rows: rows.map((row, at) => ({ rowNumber: row.row ?? at + 1, cells: cellsOf(row) })),
      corrects: corrects
        ? { survey: readId('survey', corrects.surveyId, 'corrects.surveyId'), reason: corrects.reason }
        : null,
      report: (found: readonly CellProblem[]) => {
        problems = found.slice(0, TOLD_AT_MOST);
      },
    };
    const outcome = await context.run(importSurvey, wish, { idempotencyKey });
    const told = await answer(ImportSurveyResult, outcome, (kept) => ({
      survey: new SurveyType(context.viewer.tenant, kept),
    }));
    return Object.assign(told, { problems });
  }
}
