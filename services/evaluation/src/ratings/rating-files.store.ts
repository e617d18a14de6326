import type { RatingFile } from './rating-file.js';

/** Where the relay keeps what ratings need to know of cases. */
export type RatingFiles = {
  set(files: readonly { readonly caseId: string; readonly file: RatingFile }[]): Promise<void>;
};
