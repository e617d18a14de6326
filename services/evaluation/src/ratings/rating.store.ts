import type { Key } from '../evidence/evidence.store.js';
import type { Rating, RatingEvent } from './rating.js';
import type { KeptRecord } from './rating-correction.js';
import type { RatingFile } from './rating-file.js';
import type { RatingRules } from './rating-rules.js';

/** All that is known about ratings of a case. */
export type CaseRatings = { readonly file: RatingFile; readonly entered: readonly Rating[] };

/** Ratings of the transaction's locality. */
export type RatingStore = {
  /** Cases that were never heard of are left out; one read for all. */
  of(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseRatings>>;
  /** Null too for another locality's. */
  find(rating: Key): Promise<KeptRecord | null>;
  /** `before`: how many ratings of the case there were when it was decided. */
  append(caseId: string, before: number, events: readonly RatingEvent[]): Promise<void>;
  /** As the sheets in force say. */
  rules(): Promise<RatingRules>;
};
