import { answer, DateTimeScalar, DecimalScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import { EvidenceSourceEnum } from '../evidence.enums.type.js';
import { ScoreDocumentInput } from '../evidence.input.js';
import type { EvidenceWish } from '../evidence.js';
import { ScoreEvidenceType } from '../evidence.type.js';
import { type RecordEvidence, recordEvidence } from './record-evidence.js';

@InputType({ description: '记录评分依据: about which unit, under which code, and how much' })
class RecordScoreEvidenceInput extends CommandInput {
  @Field(() => EvidenceSourceEnum, { description: '依据类别: grade, survey rating or flag' })
  source: EvidenceWish['source'];

  @Field(() => String, { description: '代码: one that a sheet in force asks for' })
  code: string;

  @Field(() => Int, { description: '年度: whose score it counts in' })
  year: number;

  @Field(() => ID, { description: '承办单位: whom it is about' })
  unitId: string;

  @Field(() => ID, {
    nullable: true,
    description: '件: the case it is about; the unit as a whole when left out',
  })
  proposalId?: string | null;

  @Field(() => DecimalScalar, { description: '分值: from 0 to what is full; 1 for a flag' })
  value: string;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];

  @Field(() => String, { nullable: true, description: '说明: in words, at most 2000 characters' })
  note?: string | null;

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
    { idempotencyKey, unitId, proposalId, documents, ...said }: RecordScoreEvidenceInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish: RecordEvidence = {
      source: said.source,
      code: said.code,
      year: readYear(said.year),
      unit: readId('unit', unitId, 'unitId'),
      case: proposalId == null ? null : readId('proposal', proposalId, 'proposalId'),
      value: said.value,
      documents: documents.map(({ title, reference }) => ({ title, reference })),
      note: said.note ?? null,
      at: said.at ?? null,
    };
    const outcome = await context.run(recordEvidence, wish, { idempotencyKey });
    return answer(RecordScoreEvidenceResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
