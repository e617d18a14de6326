import type { Process } from '../process/process.js';
import type { RecordRatingRule, RecordRule } from '../process/records.js';
import { isReached } from './vote-count.js';
import type { RecordedRating, RecordSubject, RecordValue } from './work-record.js';

type Said = {
  readonly rule: Pick<RecordRule, 'rating'>;
  readonly values: readonly RecordValue[];
  readonly subject: RecordSubject;
  readonly process: Pick<Process, 'feedback'>;
  /** Mandates of those who stand behind the case, the lead proposer first. */
  readonly authors: readonly string[];
};

/** What a complete record says as a rating; nothing where its kind is none, or it does not say how satisfied. */
export function ratingOf({ rule: { rating }, values, subject, process, authors }: Said): {
  readonly rated?: RecordedRating;
} {
  const level = rating && levelOf(rating, values, process);
  const canonicalLevel = level && process.feedback.levels[level]?.canonical;
  if (!rating || !level || !canonicalLevel) return {};
  const { source, axis = 'OVERALL', rater } = rating;
  const agency = filledIn(values, rating.agency);
  const { assignmentId, unitId } = subject;
  return {
    rated: {
      ...{ source, axis, level, canonicalLevel, assignmentId, unitId },
      satisfied: process.feedback.satisfied.includes(canonicalLevel),
      agency: typeof agency === 'string' ? agency : null,
      raterId: rater === 'LEAD_PROPOSER' ? (authors[0] ?? null) : null,
    },
  };
}

const filledIn = (values: readonly RecordValue[], field: string | undefined): unknown =>
  values.find((one) => one.field === field)?.value;

/** By the choice that was made, or by the share of the sample, in the locality's own level. */
function levelOf(
  { level, share }: RecordRatingRule,
  values: readonly RecordValue[],
  { feedback }: Pick<Process, 'feedback'>,
): string | undefined {
  if (!share) {
    const chosen = filledIn(values, level);
    return typeof chosen === 'string' ? chosen : undefined;
  }
  const [base, has] = [filledIn(values, share.of), filledIn(values, share.has)];
  if (typeof base !== 'number' || typeof has !== 'number') return undefined;
  const means = isReached(share, has, base) ? 'SATISFIED' : 'DISSATISFIED';
  return Object.entries(feedback.levels).find(([, { canonical }]) => canonical === means)?.[0];
}
