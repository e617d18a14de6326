import type { CalendarDate } from '@duban/kernel';
import {
  type CaseDifference,
  DIFFERENCES,
  type DifferenceKind,
  differenceOf,
  unitDays,
} from './case-difference.js';
import type { Draft } from './draft.js';
import { replayCase } from './replay-case.js';
import type { TrialEvent } from './trial-event.js';

/** What a case is called, and everything that was recorded of it. */
export type CaseHistory = { readonly caseId: string; readonly events: readonly TrialEvent[] };

export type TriedDifference = CaseDifference & { readonly caseId: string };

/** What a unit had to do, and what it would have had. */
export type UnitChange = {
  readonly unitId: string;
  readonly itemsBefore: number;
  readonly itemsAfter: number;
  /** Days in hand, added up over its items. */
  readonly daysBefore: number;
  readonly daysAfter: number;
};

export type TrialResult = {
  readonly cases: number;
  /** How many would have gone otherwise, by how. */
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  readonly different: readonly TriedDifference[];
  readonly units: readonly UnitChange[];
};

/** Lives cases again under a draft. Pure; each case stands by itself, so any part of a year can be tried. */
export function tryCases(
  histories: Iterable<CaseHistory>,
  draftOf: (history: CaseHistory) => Draft,
  until: CalendarDate,
): TrialResult {
  const counts = Object.fromEntries(DIFFERENCES.map((kind) => [kind, 0])) as Record<DifferenceKind, number>;
  const different: TriedDifference[] = [];
  const units = new Map<string, UnitTotals>();
  let cases = 0;
  for (const history of histories) {
    const tried = replayCase(history.events, draftOf(history));
    const difference = differenceOf(tried, until);
    cases += 1;
    for (const kind of difference.kinds) counts[kind] += 1;
    if (difference.kinds.length > 0 || difference.first)
      different.push({ ...difference, caseId: history.caseId });
    const before = unitDays(tried.before, until);
    const after = tried.after === tried.before ? before : unitDays(tried.after, until);
    for (const one of before) add(units, one, 'Before');
    for (const one of after) add(units, one, 'After');
  }
  const changes = [...units].map(([unitId, totals]) => ({ unitId, ...totals }));
  return { cases, counts, different, units: changes.filter(hasChanged) };
}

type UnitTotals = { itemsBefore: number; itemsAfter: number; daysBefore: number; daysAfter: number };

function add(
  units: Map<string, UnitTotals>,
  { unitId, days }: { readonly unitId: string; readonly days: number },
  when: 'Before' | 'After',
): void {
  const totals = units.get(unitId) ?? { itemsBefore: 0, itemsAfter: 0, daysBefore: 0, daysAfter: 0 };
  totals[`items${when}`] += 1;
  totals[`days${when}`] += days;
  units.set(unitId, totals);
}

const hasChanged = ({ itemsBefore, itemsAfter, daysBefore, daysAfter }: UnitChange): boolean =>
  itemsBefore !== itemsAfter || daysBefore !== daysAfter;
