import { decimal, type Exact, rounded, shared, smaller, text, ZERO } from '../sheet/decimal.js';
import type { Indicator, MissingPolicy } from '../sheet/indicator.js';
import type { Sheet } from '../sheet/sheet.js';
import type { FactColumns } from './fact-columns.js';
import { enoughFor, mapped } from './mapped.js';
import { measure } from './measured.js';
import type { Cost, ScoreLine } from './score-tree.js';
import { type Measured, type Shortfall, type SubjectData } from './shortfall.js';

/** Leaves are told to so many more places than the points they make up. */
const LEAF_PLACES = 6;

export type Lines = {
  readonly lines: readonly ScoreLine[];
  /** An indicator without data says that the subject has no score, or all of them are without. */
  readonly nothingToMeasure: boolean;
};

type Found = readonly [code: string, indicator: Indicator, measured: Measured];

export const scoreLines = (sheet: Sheet, columns: FactColumns, data: SubjectData, explain: boolean): Lines =>
  linesOf(sheet, (code, indicator) => measure(code, indicator, sheet, columns, data, explain), explain);

/** The lines of a sheet, by whatever measures its indicators. */
export function linesOf(
  sheet: Sheet,
  measured: (code: string, indicator: Indicator) => Measured,
  explain: boolean,
): Lines {
  const found = Object.entries(sheet.indicators).map(
    ([code, indicator]): Found => [code, indicator, measured(code, indicator)],
  );
  const worth = worthOf(found, sheet);
  const lines = found.map((one) => lineOf(one, worth.get(one[0]) ?? ZERO, sheet, explain));
  const missing = found.filter(([, { missing }, { value }]) => value === null && missing === 'NOT_ASSESSED');
  return { lines, nothingToMeasure: missing.length > 0 || worth.size === 0 };
}

const isLeftOut = ([, { missing }, { value }]: Found): boolean =>
  value === null && missing === 'EXCLUDE_AND_RENORMALISE';

/** The maximum, divided in proportion of the weights among the indicators that stay. */
function worthOf(found: readonly Found[], { maximum, rounding }: Sheet): ReadonlyMap<string, Exact> {
  const stay = found.filter((one) => !isLeftOut(one));
  const weights = stay.map(([, { weight = 0 }]) => decimal(weight));
  if (stay.length === found.length) return new Map(stay.map(([code], at) => [code, weights[at] ?? ZERO]));
  const worth = shared(decimal(maximum), weights, rounding.digits);
  return new Map(stay.map(([code], index) => [code, worth[index] ?? ZERO]));
}

function lineOf([code, indicator, measured]: Found, worth: Exact, sheet: Sheet, explain: boolean): ScoreLine {
  const { weight = 0, part = null, missing } = indicator;
  const rounding = indicator.rounding ?? sheet.rounding;
  const scale = (points: Exact): Exact => {
    const whole = decimal(weight);
    return rounded(whole.eq(0) ? ZERO : points.times(worth).div(whole), rounding);
  };
  const { value, cases, numerator, denominator, shortfalls } = measured;
  const points = value === null ? pointsWithout(missing, worth) : scale(mapped(indicator, value));
  const within = smaller(worth, scale(decimal(indicator.cap ?? weight)));
  const lost = value === null || shortfalls.length === 0 ? ZERO : within.minus(points);
  return {
    indicator: code,
    part,
    weight: text(decimal(weight)),
    worth: text(worth),
    missing: value === null ? missing : null,
    numerator: numerator && text(numerator),
    denominator: denominator && text(denominator),
    value: value && text(value.round(12)),
    enough: textOf(enoughFor(indicator)),
    points: text(points),
    withheld: text(explain ? worth.minus(points).minus(lost) : ZERO),
    cases,
    costs: costsOf(lost, shortfalls, rounding.digits + LEAF_PLACES),
  };
}

const textOf = (value: Exact | null): string | null => value && text(value);

const pointsWithout = (missing: MissingPolicy, worth: Exact): Exact => (missing === 'FULL' ? worth : ZERO);

/** Divides lost points among what cost them; the parts sum to the whole to the last digit. */
export function costsOf(lost: Exact, shortfalls: readonly Shortfall[], places: number): Cost[] {
  if (lost.eq(0)) return [];
  const parts = shared(
    lost,
    shortfalls.map(({ by }) => by),
    places,
  );
  return shortfalls.map(({ caseId, recordId, reason }, index) => ({
    caseId,
    recordId,
    reason,
    lost: text(parts[index] ?? ZERO),
  }));
}
