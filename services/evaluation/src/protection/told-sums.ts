import { type AddedUp, addUp } from '../cells/add-up.js';
import { AXES, type Axis } from '../facts/vocabulary.js';
import type { FigureReads } from '../figures/figures.read.js';
import { type Asked, askedKey, type Tally } from '../figures/tally.js';
import { type FactDimension } from '../rollup/dimension.js';
import { type Place, parentsOn, subtreeOf } from '../tree/locality-tree.js';
import { oncePer } from '../tree/once-per.js';
import { blocksOf, type Leaf } from './blocks.js';
import { guardedBy, type Protection, sightOf, tellsRatings, veiled } from './veil.js';

type Question = Parameters<typeof addUp>[1];

/** The numbers of some groups of localities as a viewer is told them: ratings of few people below it are left out. */
export async function toldSums(figures: FigureReads, viewer: number, question: Question): Promise<AddedUp> {
  const { groups, population, asked, by = [], byOutcome = false } = question;
  const axes = AXES.filter((axis) => asked.some((each) => each.axis === axis && tellsRatings(each.name)));
  const added = await addUp(figures, question);
  if (axes.length === 0) return added;
  const protections = await protectionsOf(figures, viewer, question, axes);
  if (!protections) return added;
  const sight = sightOf(population, by, byOutcome);
  return {
    ...added,
    groups: added.groups.map((tallies, at) => {
      const { localities = [], parts = [] } = groups[at] ?? {};
      const row = { localities, parted: parts.map(({ tenant }) => tenant) };
      return veiled(tallies, asked, row, sight, (axis) => protections.get(axis) as Protection);
    }),
  };
}

/** Whether a breakdown by how people rated can be told: only where nobody asks for protection, or covers one who does. */
export async function mayDivideByRating(
  figures: FigureReads,
  viewer: number,
  { groups, population }: Question,
  axis: Axis,
): Promise<boolean> {
  const protections = await protectionsOf(figures, viewer, { groups, population, asked: [] }, [axis]);
  const guarded = guardedBy(protections?.get(axis) ?? NOBODY);
  return !groups.some(({ localities, parts = [] }) =>
    [...localities, ...parts.map(({ tenant }) => tenant)].some((tenant) => guarded.has(tenant)),
  );
}

const NOBODY: Protection = { asking: new Set(), gone: new Set(), leaves: [] };

const BY_LEAF: readonly FactDimension[] = [{ column: 'year' }, { column: 'kind' }];
const ratedOn = (axis: Axis): Asked => ({ name: 'SATISFACTION_INCLUSIVE', axis, round: 'FINAL' });

/** By axis; null where nobody below the viewer asks for protection, which costs nothing to find out. */
async function protectionsOf(
  figures: FigureReads,
  viewer: number,
  { population }: Question,
  axes: readonly Axis[],
): Promise<ReadonlyMap<Axis, Protection> | null> {
  const places = await figures.places();
  const today = parentsOn(places, population.day);
  const needs = needsOf(places, viewer);
  if (needs.size === 0) return null;
  const everybody = subtreeOf(viewer, places, population.day);
  const withheld = await figures.withheld();
  const counted = everybody.filter((tenant) => !withheld.has(tenant));
  const asked = axes.map(ratedOn);
  const { year, years, kind, day } = population;
  const plain = { ...PLAIN, year, years, kind, day };
  const { groups } = await addUp(figures, {
    groups: counted.map((of) => ({ of, localities: [of] })),
    population: { ...plain, key: JSON.stringify(plain) },
    asked,
    by: BY_LEAF,
    each: true,
  });
  const children = Map.groupBy(
    everybody.filter((tenant) => tenant !== viewer),
    (tenant) => today.get(tenant)?.parent ?? null,
  );
  const below = (tenant: number): readonly number[] => children.get(tenant) ?? [];
  const tallies = groups.flat();
  const leavesOn = (one: Asked) =>
    [...Map.groupBy(tallies, ({ keys }) => JSON.stringify(keys))].map(([key, own]) => {
      const [leafYear = null, leafKind = null] = JSON.parse(key) as (string | null)[];
      const blocks = blocksOf(viewer, below, leavesOf(own, one, needs));
      return { year: leafYear, kind: leafKind, blocks };
    });
  const asking = new Set(needs.keys());
  const gone = new Set([...asking].filter((tenant) => !everybody.includes(tenant)));
  return new Map(asked.map((one) => [one.axis, { asking, gone, leaves: leavesOn(one) }]));
}

const PLAIN = {
  from: null,
  to: null,
  period: null,
  system: null,
  category: null,
  keyOnly: false,
  asOf: null,
  knownAt: null,
  subtree: true,
  tree: 'AS_IT_IS',
} as const;

/** How many ratings each locality below the viewer asks for, by what it says last. */
const needsOf = (places: readonly Place[], viewer: number): ReadonlyMap<number, number> =>
  oncePer(places, `needs below ${viewer}`, () => {
    const asking = places.filter(({ tenant, ratingsFrom }) => ratingsFrom !== null && tenant !== viewer);
    return new Map(asking.map(({ tenant, ratingsFrom }) => [tenant, ratingsFrom ?? 0]));
  });

function leavesOf(
  tallies: readonly Tally[],
  asked: Asked,
  needs: ReadonlyMap<number, number>,
): ReadonlyMap<number, Leaf> {
  const leaves = new Map<number, Leaf>();
  for (const { tenant, sums } of tallies) {
    const rated = (leaves.get(tenant)?.rated ?? 0) + (sums.get(askedKey(asked))?.denominator ?? 0);
    leaves.set(tenant, { tenant, rated, need: needs.get(tenant) ?? 0 });
  }
  return leaves;
}
