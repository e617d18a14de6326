import type { EvaluationContext } from '../../evaluation.context.js';
import { tallyOf } from '../../figures/count-figures/tally.loader.js';
import { countedBefore } from '../../figures/count-figures/year-on-year.loader.js';
import { DEFAULT_ROUNDING, figureOf, isTold } from '../../figures/figure.js';
import { type OutcomeShare, outcomeShares } from '../../figures/outcome-share.js';
import type { Sums } from '../../figures/tally.js';
import type { Asked } from '../../report/show-report/report-answers.loader.js';
import type { Claim, Scope } from '../claim.js';
import type { Records } from '../judge-claims.js';
import { populationOver, type Question, questionKey, questionsOf } from '../questions.js';

type Found = { readonly sums: Sums; readonly shares: readonly OutcomeShare[] };

/** What the records hold for every claim of a text, counted as figures are: one statement for each population. */
export async function recordsFor(
  context: EvaluationContext,
  claims: readonly Claim[],
  asked: Asked,
): Promise<Records> {
  const found = new Map(
    await Promise.all(
      questionsOf(claims).map(async (one) => [questionKey(one), await answer(context, one, asked)] as const),
    ),
  );
  const of = (question: Question): Found | 'OUTSIDE' | null => found.get(questionKey(question)) ?? null;
  return {
    sums(metric, scope: Scope) {
      const known = of({ asked: metric, scope });
      return known === null || known === 'OUTSIDE' ? known : known.sums;
    },
    shares(scope) {
      const known = of({ asked: null, scope });
      return known === null || known === 'OUTSIDE' ? known : known.shares;
    },
  };
}

async function answer(
  context: EvaluationContext,
  { asked, scope }: Question,
  { subject, population: whole }: Asked,
): Promise<Found | 'OUTSIDE' | null> {
  const population = populationOver(whole, scope);
  if (population === null || population === 'OUTSIDE') return population;
  // Whether anything is known of a year is asked of all its items, not of the part a claim speaks of.
  const year = populationOver(whole, {
    kind: null,
    period: null,
    keyOnly: false,
    yearsBack: scope.yearsBack,
  });
  if (year === null || year === 'OUTSIDE') return year;
  const [any, { tallies }] = await Promise.all([
    countedBefore(context, { subject, population: year, asked: null }),
    tallyOf(context, { subject, population, asked }),
  ]);
  if (!any) return null;
  if (!asked)
    return { sums: { numerator: 0, denominator: 0 }, shares: outcomeShares(tallies, DEFAULT_ROUNDING) };
  const figure = figureOf(asked, tallies, DEFAULT_ROUNDING);
  if (!isTold(figure)) return 'OUTSIDE';
  const { numerator, denominator } = figure;
  return { sums: { numerator, denominator: denominator ?? 0 }, shares: [] };
}
