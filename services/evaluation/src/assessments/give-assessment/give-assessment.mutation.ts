import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { AssessorEnum } from '../../evidence/evidence.enums.type.js';
import { AboutInput, readSaid } from '../../evidence/evidence.input.js';
import { ScoreEvidenceType } from '../../evidence/evidence.type.js';
import type { AssessmentWish } from '../assessment.js';
import { giveAssessment } from './give-assessment.js';

@InputType({ description: '评分: of which unit, under which code, and how much' })
class GiveAssessmentInput extends AboutInput {
  @Field(() => AssessorEnum, { description: '评分人: as what kind of assessor' })
  as: AssessmentWish['as'];
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
    input: GiveAssessmentInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish = { ...readSaid(input), as: input.as };
    const outcome = await context.run(giveAssessment, wish, { idempotencyKey: input.idempotencyKey });
    return answer(GiveAssessmentResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
