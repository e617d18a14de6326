import { encodeId } from '@duban/kernel';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ScoreCostType } from '../../runs/score-line.type.js';
import type { KeptEvidence } from '../evidence.store.js';
import { ScoreEvidenceType } from '../evidence.type.js';

@Resolver(() => ScoreCostType)
export class ScoreCostEvidence {
  @FieldResolver(() => ScoreEvidenceType, {
    nullable: true,
    description:
      '评分依据: the grade, rating or flag that cost it, with its documents; null for a case’s facts, and for a work record’s flag',
  })
  async evidence(
    @Root() { tenant, recordId }: ScoreCostType,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreEvidenceType | null> {
    if (recordId === null) return null;
    const kept = await recordsOf(context).load(recordId);
    return kept && new ScoreEvidenceType(tenant, kept);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: '工作记录: public id of the work record whose flag cost it; null for everything else',
  })
  async workRecordId(
    @Root() { tenant, recordId }: ScoreCostType,
    @Ctx() context: EvaluationContext,
  ): Promise<string | null> {
    if (recordId === null || (await recordsOf(context).load(recordId))) return null;
    return encodeId({ kind: 'record', tenant, id: recordId });
  }
}

const recordsOf = (context: EvaluationContext) =>
  context.loader<string, KeptEvidence | null>('score evidence', async (ids) => {
    const { evidence } = await context.reads();
    const known = new Map((await evidence.byIds(ids)).map((kept) => [kept.recordId, kept]));
    return ids.map((id) => known.get(id) ?? null);
  });
