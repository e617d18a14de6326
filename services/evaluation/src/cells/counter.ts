import type { CalendarDate } from '@duban/kernel';
import type { FactColumn, Facts } from '../facts/fact.js';
import { AXES, type Axis, type RoundChoice } from '../facts/vocabulary.js';
import { classified, type Term } from '../figures/metric-terms.js';
import { METRIC_NAMES, metricOf } from '../figures/metrics.js';
import { type Predicate, type Question, test } from '../figures/predicate.js';
import { type Asked, RATED } from '../figures/tally.js';
import { hashOf } from './checksum.js';

/** One number that cells keep: a side of a metric, on one axis and round where it reads satisfaction. */
export type Counter = {
  readonly column: string;
  readonly term: Term;
  readonly axis: Axis;
  readonly round: RoundChoice;
};

type Side = 'numerator' | 'denominator';

type Leaf = Exclude<Predicate, { readonly of: unknown }>;

function leavesOf(predicate: Predicate): Leaf[] {
  switch (predicate.op) {
    case 'not':
      return leavesOf(predicate.of);
    case 'all':
    case 'any':
      return predicate.of.flatMap(leavesOf);
    default:
      return [predicate];
  }
}

const readsSatisfaction = (predicate: Predicate): boolean =>
  leavesOf(predicate).some(({ column }) => column === 'satisfaction');

/** Terms that count the same have the same key, whichever metrics they stand in. */
const keyOf = ({ where, sum }: Term, axis: Axis, round: RoundChoice): string =>
  JSON.stringify([where, sum ?? null, ...(readsSatisfaction(where) ? [axis, round] : [])]);

const ROUNDS: readonly RoundChoice[] = ['FIRST', 'FINAL'];
const FINAL = 'FINAL' as const;

function* everyTerm(): Iterable<{ name: string; term: Term; axis: Axis; round: RoundChoice }> {
  for (const name of METRIC_NAMES) {
    const { numerator, denominator } = metricOf(name);
    for (const [side, term] of Object.entries({ n: numerator, d: denominator }))
      for (const axis of AXES)
        for (const round of ROUNDS) if (term) yield { name: `${name}_${side}`, term, axis, round };
  }
  for (const axis of AXES) yield { name: 'RATED', term: RATED, axis, round: FINAL };
}

function distinctCounters(): ReadonlyMap<string, Counter> {
  const found = new Map<string, Counter>();
  for (const { name, term, axis, round } of everyTerm()) {
    const key = keyOf(term, axis, round);
    if (found.has(key)) continue;
    const parts = readsSatisfaction(term.where) ? [name, axis, round] : [name];
    found.set(key, { column: parts.join('_').toLowerCase(), term, axis, round });
  }
  return found;
}

const BY_KEY = distinctCounters();

/**
 * Every distinct number that any metric is made of, read from the one table of metrics: a cell keeps a
 * column for each, and none is counted by a rule of its own.
 */
export const COUNTERS: readonly Counter[] = [...BY_KEY.values()];

/** Due dates that any counter asks whether they have passed. */
export const DUE_COLUMNS: readonly FactColumn[] = [
  ...new Set(
    COUNTERS.flatMap(({ term }) => leavesOf(term.where)).flatMap((leaf) =>
      leaf.op === 'over' ? leaf.column : [],
    ),
  ),
];

/** What cells are divided by beside year, kind, period, importance and class; one more makes other cells. */
const DIVIDED = ['system'];

/** What cells are counted and divided by, in short: cells of another meaning are made anew, never added to. */
export const MEANING = hashOf(
  JSON.stringify([...[...BY_KEY].map(([key, { column }]) => [column, key]), DIVIDED]),
).toString(36);

const columnOf = (term: Term, axis: Axis, round: RoundChoice): string => {
  const counter = BY_KEY.get(keyOf(term, axis, round));
  if (!counter) throw new Error('A term that no metric has.');
  return counter.column;
};

/** The column that holds one side of what was asked; null for the denominator of a plain number. */
export function columnAsked({ name, axis, round }: Asked, side: Side): string | null {
  const term = metricOf(name)[side];
  return term && columnOf(term, axis, round);
}

export const CLASSIFIED_COLUMN: string = columnOf(classified, 'RESULT', FINAL);
export const ratedColumn = (axis: Axis): string => columnOf(RATED, axis, FINAL);

/** What one item adds to each counter on a day. */
export function countersOn(facts: Facts, day: CalendarDate): number[] {
  return COUNTERS.map(({ term: { where, sum }, axis, round }) => {
    const question: Question = { day, axis, round };
    if (!test(where, facts, question)) return 0;
    return sum ? facts[sum] : 1;
  });
}
