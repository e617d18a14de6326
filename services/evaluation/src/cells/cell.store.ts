import type { Cell } from './cell.js';

/** Own cells of one locality, the transaction's. */
export type CellStore = {
  /**
   * Adds differences to the cells and keeps them for the localities above; in the transaction that
   * changed the facts. Cells that were never made, or were counted by something else, are made from the
   * facts instead.
   */
  add(changes: readonly Cell[]): Promise<void>;
  /** Makes all cells from the facts as they stand, unless they are made already. */
  make(): Promise<void>;
  /** Makes them anew, whatever they say now. */
  rebuild(): Promise<void>;
};
