import { answer, DecimalScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import { AssessorEnum } from '../../evidence/evidence.enums.type.js';
import { ScoreDocumentInput } from '../../evidence/evidence.input.js';
import { ScoreEvidenceType } from '../../evidence/evidence.type.js';
import type { AssessmentWish } from '../assessment.js';
import { type GiveAssessment, giveAssessment } from './give-assessment.js';

@InputType({ description: '评分: of which unit, under which code, and how much' })
class GiveAssessmentInput extends CommandInput {
  @Field(() => AssessorEnum, { description: '评分人: as what kind of assessor' })
  as: AssessmentWish['as'];

  @Field(() => String, { description: '代码: one that assessmentTasks lists' })
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

  @Field(() => DecimalScalar, { description: '分值: from 0 to what is full' })
  value: string;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];

  @Field(() => String, { nullable: true, description: '说明: in words, at most 2000 characters' })
  note?: string | null;
}

const GiveAssessmentResult = resultOf('GiveAssessment', '评分', {
  evidence: { type: () => ScoreEvidenceType, description: '评分依据: the grade as recorded' },
});

@Resolver()
export class GiveAssessmentMutation {
  @Mutation(() => GiveAssessmentResult.Result, {
    description:
      '评分: a unit about itself or another one, a participant, or the organiser, as the sheet asks them; once each',
  })
  async giveAssessment(
    @Arg('input', () => GiveAssessmentInput, { description: '输入: as whom, about whom, and how much' })
    { idempotencyKey, unitId, proposalId, documents, ...said }: GiveAssessmentInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish: GiveAssessment = {
      as: said.as,
      code: said.code,
      year: readYear(said.year),
      unit: readId('unit', unitId, 'unitId'),
      case: proposalId == null ? null : readId('proposal', proposalId, 'proposalId'),
      value: said.value,
      documents: documents.map(({ title, reference }) => ({ title, reference })),
      note: said.note ?? null,
    };
    const outcome = await context.run(giveAssessment, wish, { idempotencyKey });
    return answer(GiveAssessmentResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
