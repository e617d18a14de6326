import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { SectionType } from '../../foreign.type.js';
import type { Cost } from '../../score/score-tree.js';
import { requireExplanation } from '../explanation.query.js';
import { knownSections } from '../known-sections.query.js';
import { ScoreType } from '../score.type.js';
import { ScoreCostType, ScoreLineType, ScoreVetoType } from '../score-line.type.js';
import { sectionNamed } from '../sections.js';

@Resolver(() => ScoreType)
export class ScoreLines {
  @FieldResolver(() => [ScoreLineType], {
    description: '得分明细: indicator by indicator, in the order of the sheet',
  })
  lines(@Root() { score, board }: ScoreType, @Ctx() context: EvaluationContext): ScoreLineType[] {
    const { subjectId } = score;
    return score.lines.map((line) =>
      ScoreLineType.of(line, board.sheet, context.viewer.tenant, async (): Promise<readonly Cost[]> => {
        await requireExplanation(context, board.sheet.subject, subjectId);
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
  async costs(@Root() { costsOf, tenant }: ScoreLineType): Promise<ScoreCostType[]> {
    const costs = await costsOf();
    return costs.slice(0, 100).map((cost) => ScoreCostType.of(tenant, cost));
  }
}

@Resolver(() => ScoreVetoType)
export class ScoreVetoSection {
  @FieldResolver(() => SectionType, {
    nullable: true,
    description:
      '科室: the section of the unit that the words mean, by name or code; null where there is none',
  })
  async section(
    @Root() { subject, subjectId, scope, about }: ScoreVetoType,
    @Ctx() context: EvaluationContext,
  ): Promise<SectionType | null> {
    if (scope !== 'SECTION' || about === null) return null;
    const { byId, names } = await knownSections(context);
    const unitId = subject === 'SECTION' ? byId.get(subjectId)?.unitId : subjectId;
    const section = unitId === undefined ? null : sectionNamed(names, unitId, about);
    return section && SectionType.of(context.viewer.tenant, section.id);
  }
}
