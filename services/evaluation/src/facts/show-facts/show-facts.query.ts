import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { ProposalType } from '../../foreign.type.js';
import { CaseFactsType } from '../case-facts.type.js';
import type { Facts } from '../fact.js';
import { showFacts } from './show-facts.js';

@Resolver(() => ProposalType)
export class ProposalFacts {
  @FieldResolver(() => CaseFactsType, {
    nullable: true,
    description: '案件事实: what figures count about this case; null before it is submitted',
  })
  async facts(
    @Root() { caseId }: ProposalType,
    @Ctx() context: EvaluationContext,
  ): Promise<CaseFactsType | null> {
    const facts = await context
      .loader<string, Facts | null>('facts', async (ids) => valueOrFail(await context.run(showFacts, ids)))
      .load(caseId);
    return facts && CaseFactsType.of(facts);
  }
}
