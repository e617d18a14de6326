import { AXES, type Axis } from '../facts/vocabulary.js';
import { isComparable } from './partition.js';
import type { Tally } from './tally.js';

/** A locality whose numbers cannot be added to the others', and why. */
type NotComparable = { readonly tenant: number; readonly reason: string };

/**
 * With several localities in view, one whose classes mix promised with not promised (or solved with
 * unsolved) is left out of everything that is counted by class: adding it would make the sum mean less
 * than any of its parts. One locality alone is always shown as it is.
 */
function notComparableByClass(tallies: readonly Tally[]): NotComparable[] {
  const classed = tallies.filter((tally) => tally.outcomes && tally.classified > 0);
  if (new Set(classed.map((tally) => tally.tenant)).size < 2) return [];
  const mixed = classed.filter((tally) => !isComparable(tally.outcomes ?? ''));
  return [...Map.groupBy(mixed, (tally) => tally.tenant)].map(([tenant, own]) => {
    const classes = localClasses(own);
    const zh = `结果类别“${classes}”的含义跨越“已解决”“承诺办理”“未承诺”的界限,按类别统计时不计入。`;
    return {
      tenant,
      reason: `${zh} Class ${classes} joins meanings that others keep apart; left out where classes are counted.`,
    };
  });
}

/** What may be added up by class. */
export function comparableTallies(tallies: readonly Tally[]): readonly Tally[] {
  const left = new Set(notComparableByClass(tallies).map(({ tenant }) => tenant));
  return left.size === 0 ? tallies : tallies.filter((tally) => !left.has(tally.tenant));
}

/** Localities that rate, but not on an axis that others in view rate on: they add nothing to its figures. */
function notComparableByAxis(tallies: readonly Tally[]): NotComparable[] {
  const axesOf = new Map<number, Set<Axis>>();
  for (const { tenant, ratedOn } of tallies) {
    const own = axesOf.get(tenant) ?? new Set<Axis>();
    for (const axis of AXES) if (ratedOn[axis] > 0) own.add(axis);
    axesOf.set(tenant, own);
  }
  const used = AXES.filter((axis) => [...axesOf.values()].some((own) => own.has(axis)));
  return [...axesOf].flatMap(([tenant, own]) => {
    const missing = own.size === 0 ? [] : used.filter((axis) => !own.has(axis));
    const zh = `未按“${missing.map((axis) => AXIS_LABELS[axis]).join('、')}”评价,不计入相应满意率。`;
    return missing.length === 0
      ? []
      : [{ tenant, reason: `${zh} Does not rate on ${missing.join(', ')}; not part of satisfaction there.` }];
  });
}

const AXIS_LABELS: Readonly<Record<Axis, string>> = { ATTITUDE: '态度', RESULT: '结果', OVERALL: '总体' };

/** Which localities a set of figures counts, misses, or cannot compare. */
export type Coverage = {
  readonly expected: readonly number[];
  readonly reporting: readonly number[];
  readonly missing: readonly number[];
  readonly notComparable: readonly NotComparable[];
};

/** Who has items reports, whether or not it is still there to be expected. */
export function coverageOf(present: readonly number[], tallies: readonly Tally[]): Coverage {
  const reporting = new Set(tallies.filter((tally) => tally.items > 0).map((tally) => tally.tenant));
  const expected = [...new Set([...present, ...reporting])];
  return {
    expected,
    reporting: expected.filter((tenant) => reporting.has(tenant)),
    missing: expected.filter((tenant) => !reporting.has(tenant)),
    notComparable: [...notComparableByClass(tallies), ...notComparableByAxis(tallies)],
  };
}

/** The local letters of some numbers, such as `A、B`. */
export const localClasses = (tallies: readonly Tally[]): string =>
  [...new Set(tallies.map((tally) => tally.localClass ?? ''))].sort().join('、');
