import { answer, DecimalScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ObjectionVerdictEnum } from '../../evidence/evidence.enums.type.js';
import { readDocuments, ScoreDocumentInput } from '../../evidence/evidence.input.js';
import { ScoreEvidenceType } from '../../evidence/evidence.type.js';
import type { Ruling } from '../objection.js';
import { decideObjection } from './decide-objection.js';

@InputType({ description: '裁定申诉: upheld or rejected, why, and what counts instead' })
class DecideObjectionInput extends CommandInput {
  @Field(() => ID, { description: '编号: the objection' })
  objectionId: string;

  @Field(() => ObjectionVerdictEnum, { description: '裁定: upheld or rejected' })
  verdict: Ruling['verdict'];

  @Field(() => String, { description: '裁定理由: 1 to 500 characters' })
  reason: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '分值: what counts instead; required when upheld, and only then',
  })
  value?: string | null;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];
}

const DecideObjectionResult = resultOf('DecideObjection', '裁定申诉', {
  evidence: { type: () => ScoreEvidenceType, description: '评分依据: the record that counts now' },
});

@Resolver()
export class DecideObjectionMutation {
  @Mutation(() => DecideObjectionResult.Result, {
    description:
      '裁定申诉: upheld, another record counts from now on; rejected, the grade counts again; both are kept',
  })
  async decideObjection(
    @Arg('input', () => DecideObjectionInput, { description: '输入: which objection, and what is decided' })
    { idempotencyKey, objectionId, verdict, reason, value, documents }: DecideObjectionInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const ruling = {
      objection: readId('objection', objectionId, 'objectionId'),
      verdict,
      reason,
      value: value ?? null,
      documents: readDocuments(documents),
    };
    const outcome = await context.run(decideObjection, ruling, { idempotencyKey });
    return answer(DecideObjectionResult, outcome, (kept) => ({
      evidence: new ScoreEvidenceType(context.viewer.tenant, kept),
    }));
  }
}
