import type { WatchEvent, WatchedYear } from './figure-watch.js';

/** Confirmed years of one locality, the transaction's, as far as others were told of them. */
export type FigureWatchStore = {
  /** Those that were last compared with other sums than these; what somebody else is at is left out. */
  claim(stands: string): Promise<readonly (WatchedYear & { readonly eventsTold: number })[]>;
  /** They have been compared with these sums, and this is what others hear. */
  record(
    stands: string,
    compared: readonly {
      readonly watched: WatchedYear & { readonly eventsTold: number };
      readonly event: WatchEvent | null;
    }[],
  ): Promise<void>;
};

/** Looks over all localities for confirmed years whose sums have moved. */
export type FigureWatchWork = {
  /** `stands`: a text that differs whenever the locality's sums may. */
  moved(day: string): Promise<readonly { readonly tenant: number; readonly stands: string }[]>;
};
