import type { Process } from '../process/process.js';
import type { ReviewStage } from '../process/review.js';

const label = { zh: '审查', en: 'Review' };

/** A stage that the office decides, unless something else is said. */
export const stage = (also: Partial<ReviewStage> = {}): ReviewStage => ({
  order: 1,
  label,
  roles: ['DEPUTY_AFFAIRS_OFFICER'],
  verdicts: ['ACCEPT', 'REQUEST_REVISION', 'REWRITE', 'RETURN', 'REJECT', 'MERGE', 'CONVERT'],
  reasonRequired: ['REJECT'],
  ...also,
});

/** A review of the draft, as of a locality with 预交预审. */
export const preReview = (also: Partial<ReviewStage> = {}): ReviewStage =>
  stage({
    before: 'SUBMIT',
    label: { zh: '预审', en: 'Pre-review' },
    roles: ['PRE_REVIEWER'],
    verdicts: ['ADOPT', 'REVISE', 'RETURN'],
    reasonRequired: ['REVISE', 'RETURN'],
    ...also,
  });

/** The same process with these stages instead of its own. */
export const withStages = (process: Process, stages: Readonly<Record<string, ReviewStage>>): Process => ({
  ...process,
  review: { ...process.review, stages },
});
