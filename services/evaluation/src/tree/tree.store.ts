import type { RecordedEvent, SharingLevel } from '@duban/kernel';
import type { Called, KnownPlaces, PlaceHistory } from './place-history.js';

/** What is kept of the tree of localities, for one locality at a time: the transaction's. */
export type TreeStore = {
  /** Every event about the locality's place and what it shares, in the order they were recorded. */
  placeEvents(): Promise<readonly RecordedEvent[]>;
  /** `known`: what was said of its places before, and until when. `shares`: with those above; counts, when left out. */
  replace(history: PlaceHistory, known: readonly KnownPlaces[], shares?: SharingLevel): Promise<void>;
  /** What the locality is called now. */
  name(called: Called): Promise<void>;
};
