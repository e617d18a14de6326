import { inOccurredOrder } from '../../facts/case-event.js';
import type { CaseHistory } from '../../facts/fact.store.js';
import type { RatingFiles } from '../rating-files.store.js';
import { ratingFileOf } from '../rating-fold.js';

/** Brings what ratings know of some cases up to date with all that has happened to them. */
export const foldRatings = (files: RatingFiles, histories: readonly CaseHistory[]): Promise<void> =>
  files.set(histories.map(({ caseId, events }) => ({ caseId, file: ratingFileOf(inOccurredOrder(events)) })));
