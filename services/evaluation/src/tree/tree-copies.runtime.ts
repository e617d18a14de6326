import { LRUCache } from 'lru-cache';
import type { Place } from './locality-tree.js';

/** What a reader sees of the tree, in short: how many places, and an order-independent sum over their contents. */
export type TreeMark = { readonly count: number; readonly sum: string };

export type TreeCopy = { readonly mark: TreeMark; readonly places: readonly Place[] };

const MOST_PLACES = 100_000;

/**
 * The tree as each locality last read it, with the mark of exactly what it could see then. A copy stands
 * for what would be read now only while the mark of what is seen now is the same. Those that were not
 * used for longest go first.
 */
export class TreeCopies {
  private readonly copies: LRUCache<number, TreeCopy>;

  constructor(most = MOST_PLACES) {
    this.copies = new LRUCache({
      maxSize: most,
      sizeCalculation: ({ places }) => Math.max(1, places.length),
    });
  }

  of(tenant: number): TreeCopy | null {
    return this.copies.get(tenant) ?? null;
  }

  keep(tenant: number, mark: TreeMark, read: readonly Place[]): readonly Place[] {
    const places = Object.freeze(read.map((place) => Object.freeze({ ...place })));
    this.copies.set(tenant, { mark, places });
    return places;
  }
}
