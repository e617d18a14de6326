import type { Population } from '../figures/figure-filter.js';
import { metricOf } from '../figures/metrics.js';
import type { Asked, Tally } from '../figures/tally.js';
import type { FactDimension } from '../rollup/dimension.js';
import type { Part } from '../tree/tree-view.js';
import { type Group, mixesMeanings, oneByOne } from './cell-question.js';

type Reads = {
  tallyCells(
    groups: readonly Group[],
    population: Population,
    asked: readonly Asked[],
    by: readonly FactDimension[],
  ): Promise<readonly Tally[] | null>;
  tallyCases(
    tenants: readonly number[],
    population: Population,
    asked: readonly Asked[],
    by: readonly FactDimension[],
  ): Promise<readonly Tally[]>;
  tallyParts(
    parts: readonly Part[],
    population: Population,
    asked: readonly Asked[],
    by: readonly FactDimension[],
  ): Promise<readonly (readonly Tally[])[]>;
};

/** Localities with all their items, and parts of others. */
export type PartedGroup = Group & { readonly parts?: readonly Part[] };

type Question = {
  readonly groups: readonly PartedGroup[];
  readonly population: Population;
  readonly asked: readonly Asked[];
  readonly by?: readonly FactDimension[];
  /** Who reports and what can be compared is asked as well: every locality by itself. */
  readonly each?: boolean;
  /** The classes themselves are asked about. */
  readonly byOutcome?: boolean;
};

/** Numbers of each group, and whether a tally stands for its whole group (where it can) or for one locality of it. */
export type AddedUp = { readonly byGroup: boolean; readonly groups: readonly (readonly Tally[])[] };

/**
 * The numbers of some groups of localities from the dearest source that is needed and no dearer: sums
 * of a group, sums of each locality, or the facts themselves. All three give the same figures. A group
 * with parts of localities is put together from the sums of its whole ones and the facts of the parts.
 */
export async function addUp(reads: Reads, question: Question): Promise<AddedUp> {
  const { groups, asked, each = false, byOutcome = false } = question;
  const parts = await tallyParts(reads, question);
  const judged = byOutcome || asked.some(({ name }) => metricOf(name).byClass);
  if (!each) {
    const sums = await sumsOf(reads, question, parts);
    if (sums && !(judged && mixesMeanings(sums.flat()))) return { byGroup: true, groups: sums };
  }
  const own = await ownTallies(reads, question, groups);
  return { byGroup: false, groups: withParts(groups, (group) => ofEach(group, own), parts) };
}

/** By sums of whole groups where they have no parts; null where sums cannot tell. */
async function sumsOf(
  reads: Reads,
  question: Question,
  parts: ReadonlyMap<Part, readonly Tally[]>,
): Promise<(readonly Tally[])[] | null> {
  const { groups, population, asked, by = [] } = question;
  const [parted, plain] = [groups.filter(hasParts), groups.filter((group) => !hasParts(group))];
  const sums = plain.length === 0 ? [] : await reads.tallyCells(plain, population, asked, by);
  if (!sums) return null;
  const found = Map.groupBy(sums, ({ tenant }) => tenant);
  const own = parted.length === 0 ? NONE : await ownTallies(reads, question, parted);
  return withParts(
    groups,
    (group) => (hasParts(group) ? ofEach(group, own) : (found.get(group.of) ?? [])),
    parts,
  );
}

type ByTenant = ReadonlyMap<number, readonly Tally[]>;
const NONE: ByTenant = new Map();

const hasParts = ({ parts = [] }: PartedGroup): boolean => parts.length > 0;

async function ownTallies(
  reads: Reads,
  { population, asked, by = [] }: Question,
  groups: readonly Group[],
): Promise<ByTenant> {
  const single = oneByOne(groups);
  const everyone = single.map(({ of }) => of);
  const own =
    (await reads.tallyCells(single, population, asked, by)) ??
    (await reads.tallyCases(everyone, population, asked, by));
  return Map.groupBy(own, ({ tenant }) => tenant);
}

async function tallyParts(
  reads: Reads,
  { groups, population, asked, by = [] }: Question,
): Promise<ReadonlyMap<Part, readonly Tally[]>> {
  const parts = groups.flatMap((group) => group.parts ?? []);
  if (parts.length === 0) return new Map();
  const tallies = await reads.tallyParts(parts, population, asked, by);
  return new Map(parts.map((part, at) => [part, tallies[at] ?? []]));
}

const ofEach = ({ localities }: Group, own: ByTenant): readonly Tally[] =>
  localities.flatMap((tenant) => own.get(tenant) ?? []);

const withParts = (
  groups: readonly PartedGroup[],
  whole: (group: PartedGroup) => readonly Tally[],
  parts: ReadonlyMap<Part, readonly Tally[]>,
): (readonly Tally[])[] =>
  groups.map((group) => [...whole(group), ...(group.parts ?? []).flatMap((part) => parts.get(part) ?? [])]);
