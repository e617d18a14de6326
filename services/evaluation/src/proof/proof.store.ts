import type { CalendarDate } from '@duban/kernel';
import type { CellCheck, Slice } from '../cells/cell-check.read.js';
import type { Group } from '../cells/cell-question.js';
import type { Population } from '../figures/figure-filter.js';
import type { Recounts } from './proof.js';

/** What recounts came to, cell by cell. */
export type ProofReads = {
  /** Of the cells that a question reads, by the locality in whose cells they are; those never recounted are absent. */
  recounts(groups: readonly Group[], population: Population): Promise<ReadonlyMap<number, Recounts>>;
};

/** Results of one locality's recounts, kept by the relay in its own transactions. */
export type ProofStore = {
  /** Replaces what was known of a slice. Cells in `doubted` are right by themselves, made of some that are not. */
  keep(
    part: 'OWN' | 'ALL',
    slice: Slice,
    check: CellCheck,
    at: string,
    doubted: ReadonlySet<string>,
  ): Promise<void>;
  /** All cells of a part have been recounted for a day. */
  close(part: 'OWN' | 'ALL', day: CalendarDate, cells: number, wrong: number): Promise<void>;
  /** Nothing is known any more: cells are being made anew. */
  forget(part: 'OWN' | 'ALL'): Promise<void>;
};
