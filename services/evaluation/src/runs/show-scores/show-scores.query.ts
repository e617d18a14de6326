import { dateInShanghai, fillText } from '@duban/kernel';
import { badInput, DateTimeScalar, failure, PageArgs, pageOf } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { LocalityType, UnitType } from '../../foreign.type.js';
import type { Cost } from '../../score/score-tree.js';
import { requireExplanation } from '../explanation.query.js';
import { ScoreConnection, ScoreType } from '../score.type.js';
import { inRanking } from '../score-board.js';
import { ScoreCostType, ScoreLineType } from '../score-line.type.js';
import { isFault, readQuestion, type ScoreQuestion } from '../score-question.js';
import { SCORE_REFUSALS } from '../score-refusals.js';
import { ScoreSheetType } from '../sheet.type.js';
import { listSheets, type ShownScores, showScores } from './show-scores.js';

const SHEET = { description: '考核表: its code, as scoreSheets lists it' } as const;
const YEAR = { description: '年度: whose cases count' } as const;
const AS_OF = { nullable: true, description: '时点: as of when; now when left out' } as const;

function questionOf(
  context: EvaluationContext,
  asked: { readonly sheet: string; readonly year: number; readonly asOf?: string | null },
): ScoreQuestion {
  const question = readQuestion(asked, context.now());
  if (isFault(question)) throw badInput(question.zh, question.en);
  return question;
}

/** The board of a question, made once in an operation however many units are asked about. */
function boardOf(context: EvaluationContext, question: ScoreQuestion): Promise<ShownScores> {
  const load = (questions: readonly ScoreQuestion[]) =>
    Promise.all(questions.map((asked) => makeBoard(context, asked).catch((error: Error) => error)));
  return context.loader<ScoreQuestion, ShownScores>('scores', load, JSON.stringify).load(question);
}

async function makeBoard(context: EvaluationContext, question: ScoreQuestion): Promise<ShownScores> {
  const outcome = await context.run(showScores, question);
  if (!outcome.accepted && outcome.code in SCORE_REFUSALS) {
    const { zh, en } = SCORE_REFUSALS[outcome.code as keyof typeof SCORE_REFUSALS];
    throw badInput(fillText(zh, outcome.params), fillText(en, outcome.params));
  }
  return valueOrFail(outcome);
}

/** NOT_GRANTED for any locality but the viewer's own: an empty ranking would say that nobody is scored. */
function requireOwn({ viewer }: EvaluationContext, { number }: LocalityType): void {
  if (number !== viewer.tenant) throw failure('NOT_GRANTED');
}

@Resolver(() => LocalityType)
export class LocalityScores {
  @FieldResolver(() => [ScoreSheetType], {
    description:
      '考核表: what the locality scores by today, drafts that still need a weight included; NOT_GRANTED for another locality',
  })
  async scoreSheets(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreSheetType[]> {
    requireOwn(context, locality);
    const sheets = valueOrFail(await context.run(listSheets, dateInShanghai(context.now())));
    return sheets.map((sheet) => ScoreSheetType.of(sheet));
  }

  @FieldResolver(() => ScoreConnection.Connection, {
    description:
      '排名: every unit’s running score by a sheet, group by group, the first in front; NOT_GRANTED for another locality',
  })
  async ranking(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('asOf', () => DateTimeScalar, AS_OF) asOf?: string | null,
  ) {
    requireOwn(context, locality);
    const question = questionOf(context, { sheet, year, asOf });
    const { board } = await boardOf(context, question);
    const list = inRanking(board.sheet, board.scores);
    const slice = pageOf(list, page, ({ subjectId }) => subjectId);
    const toNode = (score: (typeof list)[number]) =>
      ScoreType.of(context.viewer.tenant, question, board, score);
    return ScoreConnection.from(slice, toNode, () => list.length);
  }
}

@Resolver(() => UnitType)
export class UnitScore {
  @FieldResolver(() => ScoreType, {
    description: '得分: the unit’s running score by a sheet, any time of the year',
  })
  async score(
    @Root() { unitId }: UnitType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('asOf', () => DateTimeScalar, AS_OF) asOf?: string | null,
  ): Promise<ScoreType> {
    const question = questionOf(context, { sheet, year, asOf });
    const { board } = await boardOf(context, question);
    if (board.sheet.subject !== 'UNIT')
      throw badInput('这份考核表不以单位为对象。', 'this sheet does not score units.');
    return ScoreType.of(context.viewer.tenant, question, board, board.scoreOf(unitId));
  }
}

@Resolver(() => ScoreType)
export class ScoreLines {
  @FieldResolver(() => [ScoreLineType], {
    description: '得分明细: indicator by indicator, in the order of the sheet',
  })
  lines(@Root() { score, board }: ScoreType, @Ctx() context: EvaluationContext): ScoreLineType[] {
    const { subjectId } = score;
    return score.lines.map((line) =>
      ScoreLineType.of(line, board.sheet, context.viewer.tenant, (): readonly Cost[] => {
        requireExplanation(context, subjectId);
        const told = board.explain(subjectId).lines;
        return told.find(({ indicator }) => indicator === line.indicator)?.costs ?? [];
      }),
    );
  }
}

@Resolver(() => ScoreLineType)
export class ScoreLineCosts {
  @FieldResolver(() => [ScoreCostType], {
    description:
      '为何未得满分: the cases and records that cost points, 100 at most; FORBIDDEN but for offices and the unit itself',
  })
  costs(@Root() { costsOf, tenant }: ScoreLineType): ScoreCostType[] {
    return costsOf()
      .slice(0, 100)
      .map((cost) => ScoreCostType.of(tenant, cost));
  }
}
