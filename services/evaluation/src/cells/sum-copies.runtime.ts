import { LRUCache } from 'lru-cache';
import type { Tally } from '../figures/tally.js';

type Copy = { readonly version: string; readonly tallies: readonly Tally[] };

const MOST_TALLIES = 60_000;

/**
 * What was last read of a place's sums, question by question, with the version of its cells. It stands
 * for what would be read now only while the version is the same, which whoever asks has to have read in
 * the same snapshot, under the policies that the cells themselves have.
 */
export class SumCopies {
  private readonly copies: LRUCache<string, Copy>;

  constructor(most = MOST_TALLIES) {
    this.copies = new LRUCache({ maxSize: most, sizeCalculation: ({ tallies }) => tallies.length + 1 });
  }

  of(place: number, question: string, version: string): readonly Tally[] | null {
    const copy = this.copies.get(`${place} ${question}`);
    return copy?.version === version ? copy.tallies : null;
  }

  keep(place: number, question: string, version: string, tallies: readonly Tally[]): void {
    this.copies.set(`${place} ${question}`, { version, tallies: Object.freeze([...tallies]) });
  }
}
