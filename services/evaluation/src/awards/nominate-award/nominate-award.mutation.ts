import { answer, badInput, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import { readDocuments, ScoreDocumentInput } from '../../evidence/evidence.input.js';
import { AwardType } from '../award.type.js';
import { type NominateAward, nominateAward } from './nominate-award.js';

@InputType({ description: '推荐评优: for which award, whom, and why' })
class NominateForAwardInput extends CommandInput {
  @Field(() => String, { description: '代码: one that awardRules lists' })
  code: string;

  @Field(() => Int, { description: '年度: of which year' })
  year: number;

  @Field(() => ID, { nullable: true, description: '承办单位: for an award that is for units' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: '件: for an award that is for cases' })
  proposalId?: string | null;

  @Field(() => String, { description: '推荐理由: 1 to 2000 characters' })
  reason: string;

  @Field(() => [ScoreDocumentInput], { defaultValue: [], description: '佐证材料: at most 20' })
  documents: ScoreDocumentInput[];
}

const NominateForAwardResult = resultOf('NominateForAward', '推荐评优', {
  award: { type: () => AwardType, description: '评优: the nomination' },
});

@Resolver()
export class NominateAwardMutation {
  @Mutation(() => NominateForAwardResult.Result, {
    description: '推荐评优: puts a unit or a case forward; a standing veto keeps it from the award',
  })
  async nominateForAward(
    @Arg('input', () => NominateForAwardInput, { description: '输入: for which award, whom, and why' })
    { idempotencyKey, ...said }: NominateForAwardInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const { tenant, id, kind } = subjectOf(said);
    const nomination: NominateAward = {
      code: said.code,
      year: readYear(said.year),
      subject: { kind, id },
      subjectTenant: tenant,
      reason: said.reason,
      documents: readDocuments(said.documents),
    };
    const outcome = await context.run(nominateAward, nomination, { idempotencyKey });
    return answer(NominateForAwardResult, outcome, (kept) => ({
      award: new AwardType(context.viewer.tenant, kept),
    }));
  }
}

function subjectOf({ unitId, proposalId }: Pick<NominateForAwardInput, 'unitId' | 'proposalId'>) {
  if (unitId != null && proposalId == null)
    return { ...readId('unit', unitId, 'unitId'), kind: 'UNIT' as const };
  if (proposalId != null && unitId == null)
    return { ...readId('proposal', proposalId, 'proposalId'), kind: 'PROPOSAL' as const };
  throw badInput('unitId 与 proposalId 须写且只写一个。', 'give unitId or proposalId, and not both.');
}
