import { answer, DateTimeScalar, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { EvidenceSourceEnum } from '../evidence.enums.type.js';
import { AboutInput, readSaid } from '../evidence.input.js';
import type { EvidenceWish } from '../evidence.js';
import { ScoreEvidenceType } from '../evidence.type.js';
import { recordEvidence } from './record-evidence.js';

@InputType({ description: '记录评分依据: about which unit, under which code, and how much' })
class RecordScoreEvidenceInput extends AboutInput {
  @Field(() => EvidenceSourceEnum, { description: '依据类别: grade, survey rating or flag' })
  source: EvidenceWish['source'];

  @Field(() => DateTimeScalar, { nullable: true, description: '时间: when it was given; now when left out' })
  at?: string | null;
}

const RecordScoreEvidenceResult = resultOf('RecordScoreEvidence', '记录评分依据', {
  evidence: { type: () => ScoreEvidenceType, description: '评分依据: as recorded' },
});

@Resolver()
export class RecordEvidenceMutation {
  @Mutation(() => RecordScoreEvidenceResult.Result, {
    description: '记录评分依据: a grade, a survey rating or a flag about a unit, with what shows it',
  })
  async recordScoreEvidence(
    @Arg('input', () => RecordScoreEvidenceInput, { description: '输入: about whom, and how much' })
    input: RecordScoreEvidenceInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish = { ...readSaid(input), source: input.source, at: input.at ?? null };
    const outcome = await context.run(recordEvidence, wish, { idempotencyKey: input.idempotencyKey });
    return answer(RecordScoreEvidenceResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
