import { narrowedTo, type Population, yearBefore } from '../figures/figure-filter.js';
import type { Asked } from '../figures/tally.js';
import type { Claim, Scope } from './claim.js';

/** What has to be counted to judge a claim: a metric, or (null) the result classes. */
export type Question = { readonly asked: Asked | null; readonly scope: Scope };

export const questionKey = ({ asked, scope }: Question): string => JSON.stringify([asked, scope]);

/** Everything that the claims of a text ask of the records, each once. */
export function questionsOf(claims: readonly Claim[]): Question[] {
  const all = claims.flatMap(({ subject, scope }): Question[] => {
    if (!subject || scope.yearsBack === null) return [];
    const asked = 'anyOf' in subject ? subject.anyOf.flat() : [null];
    const scopes = scope.yearsBack === 0 ? [scope, { ...scope, yearsBack: 1 as const }] : [scope];
    return asked.flatMap((one) => scopes.map((over) => ({ asked: one, scope: over })));
  });
  return [...new Map(all.map((one) => [questionKey(one), one])).values()];
}

/** The items a claim speaks of, within those that the check was asked about. */
export function populationOver(
  whole: Population,
  { kind, period, keyOnly, yearsBack }: Scope,
): Population | 'OUTSIDE' | null {
  const year = yearsBack === 1 ? yearBefore(whole) : whole;
  if (!year) return null;
  return narrowedTo(year, { kind, period, keyOnly }) ?? 'OUTSIDE';
}
