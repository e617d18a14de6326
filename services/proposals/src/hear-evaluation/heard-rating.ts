/** A rating from another side than the form, as far as it can contradict what was signed. */
export type HeardRating = {
  readonly ratingId: string;
  readonly proposalId: string;
  readonly assignmentId: string;
  /** The mandate of who rated. */
  readonly raterId: string;
  readonly source: string;
  readonly axis: string;
  readonly ownAxis: string | null;
  readonly level: string;
  readonly satisfied: boolean;
  /** ISO instant. */
  readonly at: string;
};

export type HeardRatingRow = HeardRating & { readonly replaces: string | null };

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Another service wrote it and may write more: what is not understood is passed over. */
export function readHeard(payload: unknown, at: string): HeardRatingRow | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const {
    ratingId,
    caseId: proposalId,
    assignmentId,
    raterId,
    source,
    axis,
    level,
    ...more
  } = payload as Readonly<Record<string, unknown>>;
  const whole =
    isText(ratingId) && isText(proposalId) && isText(assignmentId) && isText(raterId) && isText(source);
  if (!whole || !isText(axis) || !isText(level) || typeof more.satisfied !== 'boolean') return null;
  const about = { ratingId, proposalId, assignmentId, raterId };
  const [ownAxis, replaces] = [more.ownAxis, more.replaces].map((one) => (isText(one) ? one : null));
  const said = { source, axis, ownAxis: ownAxis ?? null, level, satisfied: more.satisfied };
  return { ...about, ...said, at, replaces: replaces ?? null };
}
