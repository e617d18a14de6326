import { type Assessor, assessorsOf } from '../sheet/assessment.js';
import { decimal, type Exact, HUNDRED, sumOf, ZERO } from '../sheet/decimal.js';
import type { Indicator } from '../sheet/indicator.js';
import type { Evidence } from './score-input.js';
import { inOrder, type Measured, type Shortfall, type SubjectData } from './shortfall.js';

/** One case's grades, or one grade about the subject: each counts for its part of the whole. */
type Group = {
  readonly grades: readonly { readonly record: Evidence; readonly part: Exact }[];
  readonly whole: Exact;
};

/**
 * The mean over cases of each case's grade; a grade about the whole subject stands for itself. Where a
 * sheet asks several kinds of assessors, their means count by weight among those that gave any, and
 * grades about the whole subject are one.
 */
export function graded(code: string, { measure: of }: Indicator, { evidence }: SubjectData): Measured {
  const full = decimal(of.full ?? 100);
  const weights = of.assessment?.by && weightsOf(of.assessment.by);
  const records = evidence.filter((one) => isAsked(one, of.kind, code, weights));
  const keyOf = ({ caseId, recordId }: Evidence) => caseId ?? (weights ? '' : recordId);
  const together = [...Map.groupBy(records, keyOf).values()];
  if (together.length === 0) return NOTHING;
  const groups = together.map((records) => (weights ? byWeight(records, weights) : alike(records)));
  const numerator = sumOf(groups.map(meanOf));
  const denominator = full.times(decimal(groups.length));
  const value = numerator.times(HUNDRED).div(denominator);
  return { numerator, denominator, value, cases: groups.length, shortfalls: shortOf(groups, full) };
}

/** Divided once, at the end: a mean that comes out even is even. */
const meanOf = ({ grades, whole }: Group): Exact =>
  sumOf(grades.map(({ record, part }) => decimal(record.value).times(part))).div(whole);

const NOTHING: Measured = { numerator: null, denominator: null, value: null, cases: 0, shortfalls: [] };

type Weights = ReadonlyMap<Assessor, Exact>;

const weightsOf = (by: ReturnType<typeof assessorsOf>): Weights =>
  new Map(
    Object.entries(by).map(([assessor, { weight }]) => [assessor as Assessor, decimal(weight)] as const),
  );

const assessorOf = ({ assessor }: Evidence): Assessor => assessor ?? 'ORGANISER';

const isAsked = (one: Evidence, source: string, code: string, weights: Weights | undefined): boolean =>
  one.source === source && one.code === code && (!weights || weights.has(assessorOf(one)));

const alike = (records: readonly Evidence[]): Group => ({
  grades: records.map((record) => ({ record, part: ONE })),
  whole: decimal(records.length),
});

const ONE = decimal(1);

/** Whoever was asked and gave nothing leaves the weight to the others. */
function byWeight(records: readonly Evidence[], weights: Weights): Group {
  const kinds = [...Map.groupBy(records, assessorOf)];
  const weightOf = (kind: Assessor) => weights.get(kind) ?? ZERO;
  const product = kinds.reduce((all, [, given]) => all * given.length, 1);
  const grades = kinds.flatMap(([kind, given]) => {
    const part = weightOf(kind).times(decimal(product / given.length));
    return given.map((record) => ({ record, part }));
  });
  return { grades, whole: sumOf(kinds.map(([kind]) => weightOf(kind))).times(decimal(product)) };
}

const shortOf = (groups: readonly Group[], full: Exact): Shortfall[] =>
  groups
    .flatMap(({ grades, whole }) => grades.map((grade) => ({ ...grade, whole })))
    .map(({ record: { caseId, recordId, value }, part, whole }): Shortfall => {
      const by = full.minus(decimal(value)).times(part).div(whole);
      return { caseId, recordId, reason: 'BELOW_FULL', by };
    })
    .filter(({ by }) => by.gt(ZERO))
    .sort(inOrder);
