import { mayTry } from '@duban/kernel';
import { failure, PageArgs } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import type { KeptEvidence } from '../../evidence/evidence.store.js';
import { ScoreEvidenceType } from '../../evidence/evidence.type.js';
import { LocalityType, UnitType } from '../../foreign.type.js';
import type { KeptSurvey } from '../survey.store.js';
import { SurveyConnection, SurveyResultType, SurveyType } from '../survey.type.js';

const YEAR = '年度: whose scores they count in';

@Resolver(() => LocalityType)
export class LocalitySurveys {
  @FieldResolver(() => SurveyConnection.Connection, {
    description:
      '测评: surveys of a year, the latest first, corrected ones included; NOT_GRANTED for another locality',
  })
  async surveys(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: YEAR }) year: number,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    if (!sees(context)) throw failure('FORBIDDEN');
    const { surveys } = await context.reads();
    const slice = await surveys.page(readYear(year), page);
    const toNode = (kept: KeptSurvey) => new SurveyType(viewer.tenant, kept);
    return SurveyConnection.from(slice, toNode, () => surveys.count(year));
  }
}

@Resolver(() => SurveyType)
export class SurveyResults {
  @FieldResolver(() => [SurveyResultType], {
    description:
      '测评结果: by question and unit, 1,000 at most; unit staff see those of their own unit alone',
  })
  async results(
    @Root() { tenant, kept }: SurveyType,
    @Ctx() context: EvaluationContext,
  ): Promise<SurveyResultType[]> {
    const own = ownOnly(context);
    const loader = context.loader<string, readonly KeptEvidence[]>('survey results', async (ids) => {
      const { surveys } = await context.reads();
      const found = Map.groupBy(await surveys.resultsOf(ids, own), ({ survey }) => survey?.id);
      return ids.map((id) => found.get(id) ?? []);
    });
    return (await loader.load(kept.surveyId)).map((record) => new SurveyResultType(tenant, record));
  }
}

@Resolver(() => UnitType)
export class UnitSurveyResults {
  @FieldResolver(() => [SurveyResultType], {
    description:
      '测评结果: what surveys in force say of the unit in a year; empty for whoever may not see it',
  })
  async surveyResults(
    @Root() { unitId }: UnitType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: YEAR }) year: number,
  ): Promise<SurveyResultType[]> {
    const { viewer } = context;
    const seen = mayTry(EVALUATION_ACCESS, 'survey:show', viewer.role) || viewer.unitId === unitId;
    if (!seen) return [];
    const loader = context.loader<string, readonly KeptEvidence[]>(
      `surveys of ${readYear(year)}`,
      async (ids) => {
        const { surveys } = await context.reads();
        const found = Map.groupBy(await surveys.ofUnits(year, ids), ({ subject }) => subject.id);
        return ids.map((id) => found.get(id) ?? []);
      },
    );
    return (await loader.load(unitId)).map((record) => new SurveyResultType(viewer.tenant, record));
  }
}

@Resolver(() => ScoreEvidenceType)
export class EvidenceSurvey {
  @FieldResolver(() => SurveyType, {
    nullable: true,
    description: '测评: the survey it came of; null for what was recorded by hand',
  })
  async survey(
    @Root() { tenant, kept }: ScoreEvidenceType,
    @Ctx() context: EvaluationContext,
  ): Promise<SurveyType | null> {
    if (!kept.survey) return null;
    const loader = context.loader<string, KeptSurvey | null>('surveys', async (ids) => {
      const { surveys } = await context.reads();
      const known = new Map((await surveys.byIds(ids)).map((survey) => [survey.surveyId, survey]));
      return ids.map((id) => known.get(id) ?? null);
    });
    const survey = await loader.load(kept.survey.id);
    return survey && new SurveyType(tenant, survey);
  }
}

const sees = ({ viewer }: EvaluationContext): boolean =>
  viewer.unitId !== null || mayTry(EVALUATION_ACCESS, 'survey:show', viewer.role);

/** Null for those who see every unit's; whoever stands for a unit sees what is about it. */
function ownOnly({ viewer }: EvaluationContext): string | null {
  if (mayTry(EVALUATION_ACCESS, 'survey:show', viewer.role)) return null;
  if (viewer.unitId === null) throw failure('FORBIDDEN');
  return viewer.unitId;
}
