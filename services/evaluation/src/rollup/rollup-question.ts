import type { FactColumn } from '../facts/fact.js';
import type { Axis, RoundChoice } from '../facts/vocabulary.js';
import type { Population } from '../figures/figure-filter.js';
import { type MetricName, metricOf } from '../figures/metrics.js';
import { type Asked, BASIS } from '../figures/tally.js';
import { type DimensionName, type FactDimension, isPlace, type PlaceDimension } from './dimension.js';

/** What a caller asks to be broken down. */
export type RollupWish = {
  readonly by: readonly DimensionName[];
  readonly metrics: readonly MetricName[];
  readonly axis: Axis;
  readonly round: RoundChoice;
};

/** A breakdown that can be counted. */
export type RollupQuestion = {
  readonly by: readonly DimensionName[];
  /** Null when it is not broken down by place. */
  readonly place: PlaceDimension | null;
  /** Those of `by` that lie in the facts, OUTCOME aside: every tally is by outcome anyway. */
  readonly facts: readonly (FactDimension & { readonly name: DimensionName })[];
  readonly asked: readonly Asked[];
};

export type RollupFault = { readonly zh: string; readonly en: string };

const MOST_DIMENSIONS = 4;
const MOST_METRICS = 31;

/** The question, or what is wrong with it in words. */
export function readRollup(wish: RollupWish): RollupQuestion | RollupFault {
  const { by, metrics, axis, round } = wish;
  const fault = faultOf(wish);
  if (fault) return fault;
  const asked = metrics.map((name) => ({ name, axis, round }));
  const facts = by.flatMap((name) => {
    const dimension = factDimension(name, wish);
    return dimension ? [{ name, ...dimension }] : [];
  });
  return { by, place: by.find(isPlace) ?? null, facts, asked };
}

export const isRollupFault = (read: RollupQuestion | RollupFault): read is RollupFault => 'zh' in read;

function faultOf({ by, metrics }: RollupWish): RollupFault | null {
  if (by.length === 0 || by.length > MOST_DIMENSIONS || new Set(by).size < by.length)
    return {
      zh: `by 须有 1 到 ${MOST_DIMENSIONS} 个互不相同的维度,收到 ${by.length} 个。`,
      en: `by has to name 1 to ${MOST_DIMENSIONS} different dimensions; it has ${by.length}.`,
    };
  if (by.filter(isPlace).length > 1)
    return { zh: '地方维度只能用一个。', en: 'only one of the dimensions may be a place.' };
  if (metrics.length === 0 || metrics.length > MOST_METRICS || new Set(metrics).size < metrics.length)
    return {
      zh: `metrics 须有 1 到 ${MOST_METRICS} 个互不相同的指标,收到 ${metrics.length} 个。`,
      en: `metrics has to name 1 to ${MOST_METRICS} different metrics; it has ${metrics.length}.`,
    };
  const bases = new Set(metrics.map((name) => metricOf(name).basis));
  if (by.includes('MONTH') && bases.size > 1)
    return {
      zh: '按月分解时,按提交日期统计的指标(收到、立案等)与按交办日期统计的指标须分两次查询。',
      en: 'by month, metrics that go by the day of submission (received, accepted …) and those that go by the day of handover are asked for separately.',
    };
  return null;
}

const COLUMNS: Readonly<Partial<Record<DimensionName, FactColumn>>> = {
  YEAR: 'year',
  KIND: 'kind',
  PERIOD: 'period',
  CATEGORY: 'canonicalCategory',
  TIER: 'keyTiers',
  SYSTEM: 'unitSystem',
};

const LEVELS: Readonly<Record<Axis, Record<RoundChoice, FactColumn>>> = {
  ATTITUDE: { FIRST: 'attitudeFirst', FINAL: 'attitudeFinal' },
  RESULT: { FIRST: 'resultFirst', FINAL: 'resultFinal' },
  OVERALL: { FIRST: 'overallFirst', FINAL: 'overallFinal' },
};

function factDimension(name: DimensionName, { metrics, axis, round }: RollupWish): FactDimension | null {
  if (name === 'SATISFACTION') return { column: LEVELS[axis][round] };
  const [first] = metrics;
  if (name === 'MONTH' && first) return { column: BASIS[metricOf(first).basis], month: true };
  const column = COLUMNS[name];
  return column ? { column } : null;
}

/** How many different keys a dimension may have, roughly: what a breakdown costs before it is counted. */
const WIDTHS: Readonly<Record<DimensionName, number>> = {
  CHILD: 1,
  PROVINCE: 1,
  CITY: 1,
  COUNTY: 1,
  YEAR: 10,
  MONTH: 24,
  KIND: 2,
  PERIOD: 2,
  CATEGORY: 10,
  TIER: 8,
  SYSTEM: 6,
  OUTCOME: 1,
  SATISFACTION: 4,
};

const CLASSES = 6;

/** Numbers that the database would have to make: localities × classes × keys. */
export const priceOf = (question: RollupQuestion, localities: number, population: Population): number =>
  localities * CLASSES * keysOf(question, population);

function keysOf({ by }: RollupQuestion, { year, years }: Population): number {
  const width = (name: DimensionName): number =>
    name === 'YEAR' ? (year === null ? (years?.length ?? WIDTHS.YEAR) : 1) : WIDTHS[name];
  return by.reduce((price, name) => price * width(name), 1);
}

/** How many different days the items of one row may have taken, roughly. */
const DAYS = 30;

/** With the days of each row: rows × keys × days; by outcome, each class of each locality has its own. */
export const priceOfDays = (
  question: RollupQuestion,
  { rows, localities }: { readonly rows: number; readonly localities: number },
  population: Population,
): number =>
  DAYS *
  (question.by.includes('OUTCOME')
    ? priceOf(question, localities, population)
    : rows * keysOf(question, population));

export const PRICE_LIMIT = 1_000_000;
