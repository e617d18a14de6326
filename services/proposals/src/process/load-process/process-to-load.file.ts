import type { FileLayer } from '@duban/kernel/runtime';
import type { ProcessOfKinds } from '../effective-process.js';
import type { StoredCategories } from '../process-copies.runtime.js';

/** The process a locality's files make now, and the files, from the base down. `hash` is of everything that is stored. */
export type ProcessToLoad = {
  readonly number: number;
  readonly process: ProcessOfKinds;
  readonly categories: StoredCategories;
  readonly layers: readonly FileLayer[];
  readonly hash: string;
};
