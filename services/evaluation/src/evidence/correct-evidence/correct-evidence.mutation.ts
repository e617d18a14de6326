import { answer, DecimalScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { readDocuments, ScoreDocumentInput } from '../evidence.input.js';
import { ScoreEvidenceType } from '../evidence.type.js';
import { correctEvidence } from './correct-evidence.js';

@InputType({ description: '更正评分依据: which record, and what counts from now on' })
class CorrectScoreEvidenceInput extends CommandInput {
  @Field(() => ID, { description: '编号: the record that is wrong' })
  evidenceId: string;

  @Field(() => DecimalScalar, { description: '分值: what counts instead' })
  value: string;

  @Field(() => String, { description: '更正理由: 1 to 500 characters' })
  reason: string;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];

  @Field(() => String, { nullable: true, description: '说明: in words, at most 2000 characters' })
  note?: string | null;
}

const CorrectScoreEvidenceResult = resultOf('CorrectScoreEvidence', '更正评分依据', {
  evidence: { type: () => ScoreEvidenceType, description: '评分依据: the record that counts now' },
});

@Resolver()
export class CorrectEvidenceMutation {
  @Mutation(() => CorrectScoreEvidenceResult.Result, {
    description: '更正评分依据: another record takes its place from now on; both are kept',
  })
  async correctScoreEvidence(
    @Arg('input', () => CorrectScoreEvidenceInput, {
      description: '输入: which record, and what counts instead',
    })
    { idempotencyKey, evidenceId, documents, value, reason, note }: CorrectScoreEvidenceInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const correction = {
      record: readId('evidence', evidenceId, 'evidenceId'),
      value,
      reason,
      documents: readDocuments(documents),
      note: note ?? null,
    };
    const outcome = await context.run(correctEvidence, correction, { idempotencyKey });
    return answer(CorrectScoreEvidenceResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
