import type { Facts } from '../facts/fact.js';
import { AXES, type Axis, type Outcomes, type RoundChoice } from '../facts/vocabulary.js';
import { type FactDimension, keyIn } from '../rollup/dimension.js';
import type { Population } from './figure-filter.js';
import { classified, type Term } from './metric-terms.js';
import { type Metric, type MetricName, metricOf } from './metrics.js';
import { present, type Question, test } from './predicate.js';

/** One number that was asked for. */
export type Asked = { readonly name: MetricName; readonly axis: Axis; readonly round: RoundChoice };

/** Metrics that read no satisfaction are the same on every axis. */
export const askedKey = ({ name, axis, round }: Asked): string =>
  metricOf(name).bySatisfaction ? `${name}:${axis}:${round}` : name;

/** The plain numbers behind a figure. Two of the same question add up; shares never do. */
export type Sums = { readonly numerator: number; readonly denominator: number };

/**
 * Numbers of one locality (or one unit in it), split by class, because what classes mean is compared
 * before they are added. `items`: what falls under the filter at all.
 */
export type Tally = {
  readonly tenant: number;
  readonly unitId: string | null;
  readonly outcomes: Outcomes | null;
  readonly localClass: string | null;
  /** What the items share in the dimensions asked for, in that order. */
  readonly keys: readonly (string | null)[];
  readonly items: number;
  readonly classified: number;
  readonly ratedOn: Readonly<Record<Axis, number>>;
  readonly sums: ReadonlyMap<string, Sums>;
  /** What was counted and is not for the viewer: it is not among the sums. */
  readonly untold?: ReadonlySet<string>;
};

/** A row of facts together with whose it is. */
export type Counted = {
  readonly tenant: number;
  readonly unitId: string | null;
  readonly role: string | null;
  readonly facts: Facts;
};

/** Counts in memory what the SQL counts in the database: the recount that proves it. */
export function recount(
  rows: readonly Counted[],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[] = [],
): Tally[] {
  const within = rows.filter(({ facts }) => selects(population, facts));
  const groups = Map.groupBy(within, ({ tenant, unitId, facts }) =>
    JSON.stringify([tenant, unitId, facts.outcomes, facts.localClass, by.map((each) => keyIn(each, facts))]),
  );
  return [...groups.values()].map((group) => tallyOf(group, population, asked, by));
}

function tallyOf(
  group: readonly Counted[],
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[],
): Tally {
  const { tenant, unitId, facts } = group[0] as Counted;
  const question = questionOf(population);
  return {
    tenant,
    unitId,
    outcomes: facts.outcomes,
    localClass: facts.localClass,
    keys: by.map((each) => keyIn(each, facts)),
    items: group.length,
    classified: count(group, classified, CLASS_METRIC, population, question),
    ratedOn: Object.fromEntries(
      AXES.map((axis) => [axis, count(group, RATED, CLASS_METRIC, population, { ...question, axis })]),
    ) as Record<Axis, number>,
    sums: new Map(asked.map((each) => [askedKey(each), sumsOf(group, each, population)])),
  };
}

function sumsOf(group: readonly Counted[], asked: Asked, population: Population): Sums {
  const metric = metricOf(asked.name);
  const question = { ...questionOf(population), axis: asked.axis, round: asked.round };
  const of = (term: Term): number => count(group, term, metric, population, question);
  return { numerator: of(metric.numerator), denominator: metric.denominator ? of(metric.denominator) : 0 };
}

function count(
  group: readonly Counted[],
  { where, sum }: Term,
  metric: Metric,
  population: Population,
  question: Question,
): number {
  const counts = group.filter(
    ({ role, facts }) =>
      (metric.withCoUnits || role !== 'CO') &&
      inWindow(population, facts[BASIS[metric.basis]]) &&
      test(where, facts, question),
  );
  return sum ? counts.reduce((total, { facts }) => total + facts[sum], 0) : counts.length;
}

/** The date column that a metric's window selects by. */
export const BASIS = { SUBMITTED: 'submittedOn', HANDED_OVER: 'handedOverOn' } as const;
/** Items rated on an axis at all: which axes a locality uses. */
export const RATED: Term = { zh: '', en: '', where: present('satisfaction') };
/** Class and rated counts select by the same date as the rates of classes. */
export const CLASS_METRIC = metricOf('SOLVED_RATE');
export const questionOf = ({ day }: Population): Question => ({ day, axis: 'RESULT', round: 'FINAL' });

const inWindow = ({ from, to }: Population, date: string | null): boolean =>
  (from === null && to === null) || (date !== null && date >= (from ?? '') && date <= (to ?? '9999'));

const selects = (population: Population, facts: Facts): boolean =>
  (population.year === null || facts.year === population.year) &&
  (population.years === null || (facts.year !== null && population.years.includes(facts.year))) &&
  (population.kind === null || facts.kind === population.kind) &&
  (population.period === null || facts.period === population.period) &&
  (population.category === null || facts.canonicalCategory === population.category) &&
  (population.system === null || facts.unitSystem === population.system) &&
  (!population.keyOnly || facts.keyTiers !== null) &&
  (inWindow(population, facts.submittedOn) || inWindow(population, facts.handedOverOn));
