import {
  CANONICAL_OUTCOMES,
  type CanonicalOutcome,
  type Outcomes,
  outcomesIn,
  outcomesText,
} from '../facts/vocabulary.js';

/** One part of a partition: outcomes that somebody in view cannot tell apart. Best first. */
export type Block = readonly CanonicalOutcome[];

/**
 * The finest division of outcomes that every one of these sets respects: sets that share a member fall
 * into one part. It is the coarsest common partition of the schemes the sets come from. Outcomes in
 * no set are left out. Parts are ordered from best to worst.
 */
export function commonPartition(sets: Iterable<Outcomes>): Block[] {
  const blocks: Set<CanonicalOutcome>[] = [];
  for (const set of sets) {
    const members = new Set(outcomesIn(set));
    const own = [...members];
    for (const block of blocks.filter((known) => own.some((member) => known.has(member)))) {
      blocks.splice(blocks.indexOf(block), 1);
      for (const member of block) members.add(member);
    }
    if (members.size > 0) blocks.push(members);
  }
  return blocks
    .map((block) => CANONICAL_OUTCOMES.filter((outcome) => block.has(outcome)))
    .sort((a, b) => rank(a) - rank(b));
}

const rank = (block: Block): number => CANONICAL_OUTCOMES.indexOf(block[0] as CanonicalOutcome);

/** Which part a set lies in; -1 when it is in none. */
export const blockOf = (set: Outcomes, partition: readonly Block[]): number =>
  partition.findIndex((block) => isWithin(set, block));

export const isWithin = (set: Outcomes, block: Block): boolean =>
  outcomesIn(set).every((member) => block.includes(member));

/**
 * What every usable scheme can tell apart: kept, promised, not promised (the schemes of the domain
 * study, 12.2, meet here). A class that joins two of these says too little to be added to others.
 */
export const COMPARABLE_BLOCKS: readonly Block[] = [
  ['SOLVED'],
  ['IN_PROGRESS', 'PLANNED'],
  ['DEFERRED', 'REFERENCE'],
];

export const isComparable = (set: Outcomes): boolean => blockOf(set, COMPARABLE_BLOCKS) >= 0;

/** Every set made of these outcomes only, in its written form. */
export function setsWithin(outcomes: readonly CanonicalOutcome[]): Outcomes[] {
  const subsets: CanonicalOutcome[][] = [[]];
  for (const outcome of outcomes) subsets.push(...subsets.map((set) => [...set, outcome]));
  return subsets.filter((set) => set.length > 0).map(outcomesText);
}
