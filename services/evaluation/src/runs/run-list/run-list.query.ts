import { mayTry } from '@duban/kernel';
import { failure, PageArgs, readId } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import { type RunResult, readTree } from '../run-record.js';
import { ScoreConnection, ScoreType } from '../score.type.js';
import { keptBoard } from '../score-board.js';
import type { KeptRun } from '../score-run.js';
import { ScoreRunConnection, ScoreRunType } from '../score-run.type.js';

/** Published scores are for everybody who holds an office or a mandate, and not for the public. */
function requireReader({ viewer }: EvaluationContext): void {
  if (!mayTry(EVALUATION_ACCESS, 'score:show', viewer.role)) throw failure('FORBIDDEN');
}

@Resolver()
export class ScoreRunQuery {
  @Query(() => ScoreRunType, {
    nullable: true,
    description: '考核结果: one publication; null when the own locality has none of this id',
  })
  async scoreRun(
    @Ctx() context: EvaluationContext,
    @Arg('id', () => ID, { description: '编号: the public id' }) id: string,
  ): Promise<ScoreRunType | null> {
    requireReader(context);
    const { runs } = await context.reads();
    const run = await runs.find(readId('run', id));
    return run && new ScoreRunType(context.viewer.tenant, run);
  }
}

@Resolver(() => LocalityType)
export class LocalityScoreRuns {
  @FieldResolver(() => ScoreRunConnection.Connection, {
    description:
      '考核结果: what has been published, the latest first, superseded and withdrawn included; NOT_GRANTED for another locality',
  })
  async scoreRuns(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('sheet', () => String, { nullable: true, description: '考核表: this one only' })
    sheet?: string | null,
    @Arg('year', () => Int, { nullable: true, description: '年度: this one only' }) year?: number | null,
  ) {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    requireReader(context);
    const { runs } = await context.reads();
    const filter = { sheet: sheet ?? null, year: year ?? null };
    const slice = await runs.page(filter, page);
    const toNode = (run: KeptRun) => new ScoreRunType(viewer.tenant, run);
    return ScoreRunConnection.from(slice, toNode, () => runs.count(filter));
  }
}

@Resolver(() => ScoreRunType)
export class ScoreRunResults {
  @FieldResolver(() => ScoreConnection.Connection, {
    description: '结果: everybody’s score as it was published, group by group, the first in front',
  })
  async results(
    @Root() { run }: ScoreRunType,
    @Ctx() context: EvaluationContext,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const { runs, scores } = await context.reads();
    const version = await scores.sheetsOf(run.sheetSerial);
    const sheet = version?.sheets.sheets[run.sheet];
    if (!sheet) throw new Error(`run ${run.runId} has no sheet`);
    const slice = await runs.resultPage(run.runId, page);
    const toNode = (result: RunResult): ScoreType => {
      const score = readTree(result);
      return ScoreType.of(context.viewer.tenant, run, keptBoard(sheet, score), score);
    };
    return ScoreConnection.from(slice, toNode, () => run.subjects);
  }
}
