import { accept, query } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Facts } from '../fact.js';

/** The canonical facts of cases of the own locality as they stand now; null for a draft and for what is not there. */
export const showFacts = query({
  action: 'facts:show',
  async execute({ figures }: EvaluationDeps, _viewer, caseIds: readonly string[]) {
    const facts = await figures.facts(caseIds);
    return accept(caseIds.map((caseId): Facts | null => facts.get(caseId) ?? null));
  },
});
