import { badInput } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { UnitType } from '../../foreign.type.js';
import { questionOf, SHEET, scoredOrFail, YEAR } from '../asked-scores.query.js';
import { ScoreType } from '../score.type.js';
import type { ScoreQuestion } from '../score-question.js';
import { type TrackedBoard, trackScores } from './track-scores.js';

@Resolver(() => UnitType)
export class UnitScoreHistory {
  @FieldResolver(() => [ScoreType], {
    description:
      '跟踪考核计分: the unit’s score at the end of each month of the year, by the sheet in force today; the month that is not over as of now',
  })
  async scoreHistory(
    @Root() { unitId }: UnitType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
  ): Promise<ScoreType[]> {
    const boards = await boardsOf(context, questionOf(context, { sheet, year }));
    return boards.map(({ moment, board }) => {
      if (board.sheet.subject !== 'UNIT')
        throw badInput('这份考核表不以单位为对象。', 'this sheet does not score units.');
      const scored = { sheet, year, asOf: moment.asOf };
      return ScoreType.of(context.viewer.tenant, scored, board, board.scoreOf(unitId));
    });
  }
}

/** The boards of all months, made once in an operation for all units that are asked about. */
function boardsOf(context: EvaluationContext, question: ScoreQuestion): Promise<readonly TrackedBoard[]> {
  const load = (questions: readonly ScoreQuestion[]) =>
    Promise.all(
      questions.map((asked) =>
        context
          .run(trackScores, asked)
          .then(scoredOrFail)
          .catch((error: Error) => error),
      ),
    );
  return context
    .loader<ScoreQuestion, readonly TrackedBoard[]>('score histories', load, JSON.stringify)
    .load(question);
}
