import { decimal, type Exact, larger, rounded, smaller, sumOf, text, ZERO } from '../sheet/decimal.js';
import type { Sheet } from '../sheet/sheet.js';
import type { Adjusted } from './adjust.js';
import type { Lines } from './score-lines.js';
import type { NotAssessed, SubjectScore, VetoLine } from './score-tree.js';
import { gradeOf, groupOf, targetsOf } from './standing.js';
import { fallsUpon } from './veto-lines.js';

/** What a subject's indicators came to. */
export type Earned = Lines & { readonly subjectId: string; readonly cases: number };

/** What comes after the indicators. */
export type Further = {
  readonly adjust: (bounded: Exact) => Adjusted;
  readonly vetoes: readonly VetoLine[];
};

/** Neither bonus nor deduction nor veto. */
export const NOTHING_FURTHER: Further = { adjust: (total) => ({ total, lines: [] }), vetoes: [] };

/** One subject's score from its lines on; without a rank, which takes the others. */
export function concluded(sheet: Sheet, earned: Earned, { adjust, vetoes }: Further): SubjectScore {
  const { subjectId, cases, lines, nothingToMeasure } = earned;
  const notAssessed = reasonNot(cases < (sheet.assessedFrom ?? 0), nothingToMeasure);
  const sum = sumOf(lines.map(({ points }) => decimal(points)));
  const bounded = boundedBy(sheet, sum);
  const adjusted = adjust(bounded);
  const total = rounded(adjusted.total, sheet.rounding);
  const striking = vetoes.filter((veto) => fallsUpon(sheet.subject, veto));
  const zero = striking.some(({ effect }) => effect === 'SCORE_ZERO');
  const counted = notAssessed === null ? text(zero ? ZERO : total) : null;
  return {
    subjectId,
    cases,
    notAssessed,
    lines,
    bound: text(bounded.minus(sum)),
    adjustments: adjusted.lines,
    rounding: text(total.minus(adjusted.total)),
    total: notAssessed === null ? text(total) : null,
    counted,
    vetoes,
    eligibleForAward: !striking.some(({ effect }) => effect === 'INELIGIBLE_FOR_AWARD'),
    targets: targetsOf(sheet, lines),
    grade: gradeOf(sheet, counted, vetoes),
    group: groupOf(sheet, cases),
    rank: null,
    rankedOf: 0,
    listed: isListed(sheet, counted),
  };
}

const reasonNot = (tooFew: boolean, nothing: boolean): NotAssessed | null =>
  tooFew ? 'TOO_FEW_CASES' : nothing ? 'NOTHING_TO_MEASURE' : null;

function boundedBy({ floor = 0, cap }: Sheet, earned: Exact): Exact {
  const above = larger(decimal(floor), earned);
  return cap === undefined ? above : smaller(decimal(cap), above);
}

const isListed = ({ listedBelow }: Sheet, counted: string | null): boolean =>
  listedBelow !== undefined && counted !== null && decimal(counted).lt(decimal(listedBelow));
