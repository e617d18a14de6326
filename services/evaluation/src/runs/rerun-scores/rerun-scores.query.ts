import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { requireExplanation } from '../explanation.query.js';
import { ScoreRunType } from '../score-run.type.js';
import { FirstArg, firstOf } from './first.input.js';
import { LineDifferenceType, RerunFactsEnum, ScoreCauseType, ScoreRerunType } from './rerun.type.js';
import { type RerunFacts, rerunScores } from './rerun-scores.js';

@Resolver(() => ScoreRunType)
export class ScoreRunRerun {
  @FieldResolver(() => ScoreRerunType, {
    description:
      '重算: the run once more by the same sheet, compared with what was published; nothing is stored, and nobody’s published score changes',
  })
  async rerun(
    @Root() { run }: ScoreRunType,
    @Ctx() context: EvaluationContext,
    @Arg('facts', () => RerunFactsEnum, {
      defaultValue: 'AS_PUBLISHED',
      description: '依据: over which facts',
    })
    facts: RerunFacts,
  ): Promise<ScoreRerunType> {
    const rerun = valueOrFail(await context.run(rerunScores, { run, facts }));
    return ScoreRerunType.of(context.viewer.tenant, rerun);
  }
}

@Resolver(() => LineDifferenceType)
export class LineDifferenceCauses {
  @FieldResolver(() => [ScoreCauseType], {
    description:
      '差异原因: the cases and records of which something else is known now; FORBIDDEN but for offices and the unit itself',
  })
  async causedBy(
    @Root() { causes, subject, subjectId }: LineDifferenceType,
    @Ctx() context: EvaluationContext,
    @FirstArg(100) first: number,
  ): Promise<ScoreCauseType[]> {
    await requireExplanation(context, subject, subjectId);
    return firstOf(causes, first, 100).map((cause) => ScoreCauseType.of(context.viewer.tenant, cause));
  }
}
