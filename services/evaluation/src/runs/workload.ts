import type { ScoreRow } from '../score/score-input.js';
import { isActive } from '../sheet/scoring-facts.js';

/** How many cases somebody handles in a year, in any role, and how many of them are not closed yet. */
export type Workload = { readonly items: number; readonly open: number };

export function workloadsOf(rows: readonly ScoreRow[]): ReadonlyMap<string, Workload> {
  const bySubject = Map.groupBy(
    rows.filter(({ facts }) => isActive(facts)),
    ({ subjectId }) => subjectId,
  );
  return new Map(
    [...bySubject].map(([subjectId, own]) => {
      const open = own.filter(({ facts }) => facts.closedOn === null);
      return [subjectId, { items: casesIn(own), open: casesIn(open) }];
    }),
  );
}

const casesIn = (rows: readonly ScoreRow[]): number => new Set(rows.map(({ caseId }) => caseId)).size;
