import { addDays, type CalendarDate } from '@duban/kernel';

/** After every date: the end of what is in force. Sorts behind dates, and PostgreSQL reads it as one. */
export const FOREVER = 'infinity';

/** Half open: from its first day up to, not including, `until`. */
export type Span = { readonly from: CalendarDate; readonly until: string };

/** A locality with the ones above it, each for a span of time. Spans of one locality's parents do not overlap. */
export type Place = Span & {
  readonly number: number;
  readonly parents: readonly (Span & { readonly parent: number })[];
  /** Who takes its place from `until` on. */
  readonly successors?: readonly number[];
};

/** A span in which everything above a locality stays the same. `ancestors`: nearest first. */
export type Attachment = Span & { readonly ancestors: readonly number[] };

/** One row of the closure: `ancestor` stands `depth` levels above `locality` (0: itself). */
export type Edge = Span & { readonly locality: number; readonly ancestor: number; readonly depth: number };

export type Tree = ReadonlyMap<number, Place>;

export const treeOf = (places: readonly Place[]): Tree =>
  new Map(places.map((place) => [place.number, place]));

/** True when the date lies in the span. */
export const holdsAt = ({ from, until }: Span, date: CalendarDate): boolean => from <= date && date < until;

export const parentAt = (tree: Tree, number: number, date: CalendarDate): number | null =>
  tree.get(number)?.parents.find((span) => holdsAt(span, date))?.parent ?? null;

/** Everything above a locality on a date, nearest first. Throws TreeCycle where the chain comes back to itself. */
export function ancestorsAt(tree: Tree, number: number, date: CalendarDate): number[] {
  const chain: number[] = [];
  for (let next = parentAt(tree, number, date); next !== null; next = parentAt(tree, next, date)) {
    if (next === number || chain.includes(next)) throw new TreeCycle([number, ...chain, next], date);
    chain.push(next);
  }
  return chain;
}

/** Everything below a locality on a date. */
export const descendantsAt = (tree: Tree, number: number, date: CalendarDate): number[] =>
  [...tree.keys()].filter((below) => ancestorsAt(tree, below, date).includes(number));

/** A locality that would stand above itself: no tree, so it is refused. */
export class TreeCycle extends Error {
  override readonly name = 'TreeCycle';
  constructor(
    readonly path: readonly number[],
    readonly on: CalendarDate,
  ) {
    super(`localities go round in a circle on ${on}: ${path.join(' > ')}`);
  }
}

/** The history of what stood above a locality, in order. Nothing for the spans in which nothing did. */
export function attachmentsOf(tree: Tree, number: number): Attachment[] {
  const place = tree.get(number);
  if (!place) return [];
  const days = boundaries(tree, number).filter((day) => day >= place.from && day < place.until);
  return spansOver(days, place.until, (day) => ancestorsAt(tree, number, day));
}

/**
 * Where what a locality has left is counted after its end: at the one that took its place and all above
 * that, or, of several, at what stands above them all. One without a successor is counted at what stood
 * above it. Nothing while it exists.
 */
export function successionsOf(tree: Tree, number: number): Attachment[] {
  const place = tree.get(number);
  if (!place || place.until === FOREVER) return [];
  const { until } = place;
  const days = [until, ...boundaries(tree, number).filter((day) => day > until)];
  return spansOver(days, FOREVER, (day) => heirsAt(tree, place, day));
}

function heirsAt(tree: Tree, place: Place, day: CalendarDate): number[] {
  const standing = (number: number): number[] => {
    const own = tree.get(number);
    return own && own.until <= day ? heirsAt(tree, own, day) : [number, ...ancestorsAt(tree, number, day)];
  };
  const { number, until, successors = [] } = place;
  if (successors.length > 0) return shared(successors.map(standing));
  const above = parentAt(tree, number, addDays(until, -1));
  return above === null ? [] : standing(above);
}

/** What stands above all of them, nearest first. */
function shared([first = [], ...others]: readonly (readonly number[])[]): number[] {
  return first.filter((number) => others.every((chain) => chain.includes(number)));
}

/** Spans from each day to the next, those that say the same as one. */
function spansOver(
  days: readonly CalendarDate[],
  end: string,
  ancestorsOn: (day: CalendarDate) => readonly number[],
): Attachment[] {
  const spans: Attachment[] = [];
  for (const [index, from] of days.entries()) {
    const ancestors = ancestorsOn(from);
    const until = days[index + 1] ?? end;
    const last = spans.at(-1);
    if (last && last.until === from && sameChain(last.ancestors, ancestors)) {
      spans[spans.length - 1] = { ...last, until };
    } else if (ancestors.length > 0) spans.push({ ancestors, from, until });
  }
  return spans;
}

const sameChain = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((number, index) => number === b[index]);

/** Every day on which something above the locality may change. */
function boundaries(tree: Tree, number: number): string[] {
  const reached = new Set([number]);
  const days = new Set<string>();
  for (const each of reached) {
    const place = tree.get(each);
    if (!place) continue;
    for (const { parent, from, until } of place.parents) {
      days.add(from).add(until);
      reached.add(parent);
    }
    days.add(place.from).add(place.until);
    for (const successor of place.successors ?? []) reached.add(successor);
  }
  return [...days].filter((day) => day !== FOREVER).sort();
}

/** The closure's rows of one locality: itself, and each ancestor for as long as it stood at that depth without a break. */
export function edgesOf(tree: Tree, number: number): Edge[] {
  const place = tree.get(number);
  if (!place) return [];
  const self = { locality: number, ancestor: number, depth: 0, from: place.from, until: place.until };
  const edges: Edge[] = [];
  for (const { ancestors, from, until } of attachmentsOf(tree, number)) {
    for (const [index, ancestor] of ancestors.entries()) {
      const depth = index + 1;
      const at = edges.findIndex(
        (edge) => edge.ancestor === ancestor && edge.depth === depth && edge.until === from,
      );
      if (at >= 0) edges[at] = { ...(edges[at] as Edge), until };
      else edges.push({ locality: number, ancestor, depth, from, until });
    }
  }
  return [self, ...edges];
}
