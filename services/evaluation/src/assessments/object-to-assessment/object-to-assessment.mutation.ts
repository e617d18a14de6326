import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { readDocuments, ScoreDocumentInput } from '../../evidence/evidence.input.js';
import { ScoreEvidenceType } from '../../evidence/evidence.type.js';
import { objectToAssessment } from './object-to-assessment.js';

@InputType({ description: '申诉: against which grade, and why' })
class ObjectToAssessmentInput extends CommandInput {
  @Field(() => ID, { description: '编号: the grade' })
  evidenceId: string;

  @Field(() => String, { description: '申诉理由: 1 to 500 characters' })
  reason: string;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];
}

const ObjectToAssessmentResult = resultOf('ObjectToAssessment', '申诉', {
  evidence: { type: () => ScoreEvidenceType, description: '评分依据: the grade with the objection' },
});

@Resolver()
export class ObjectToAssessmentMutation {
  @Mutation(() => ObjectToAssessmentResult.Result, {
    description:
      '申诉: the graded unit or section says why a grade is wrong; it does not count until somebody has decided',
  })
  async objectToAssessment(
    @Arg('input', () => ObjectToAssessmentInput, { description: '输入: which grade, and why' })
    { idempotencyKey, evidenceId, reason, documents }: ObjectToAssessmentInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const objection = {
      record: readId('evidence', evidenceId, 'evidenceId'),
      reason,
      documents: readDocuments(documents),
    };
    const outcome = await context.run(objectToAssessment, objection, { idempotencyKey });
    return answer(ObjectToAssessmentResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
