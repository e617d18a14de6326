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
  private readonly copies = new Map<number, TreeCopy>();
  private held = 0;

  constructor(private readonly most = MOST_PLACES) {}

  of(tenant: number): TreeCopy | null {
    const copy = this.copies.get(tenant);
    if (!copy) return null;
    this.copies.delete(tenant);
    this.copies.set(tenant, copy);
    return copy;
  }

  keep(tenant: number, mark: TreeMark, read: readonly Place[]): readonly Place[] {
    const places = Object.freeze(read.map((place) => Object.freeze({ ...place })));
    this.drop(tenant);
    if (places.length > this.most) return places;
    this.copies.set(tenant, { mark, places });
    this.held += places.length;
    for (const oldest of this.copies.keys()) {
      if (this.held <= this.most) break;
      this.drop(oldest);
    }
    return places;
  }

  private drop(tenant: number): void {
    this.held -= this.copies.get(tenant)?.places.length ?? 0;
    this.copies.delete(tenant);
  }
}
