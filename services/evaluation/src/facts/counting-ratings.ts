import type { HeardRating, Part } from './case-file.js';
import type { ItemRules } from './item-rules.js';
import type { Axis } from './vocabulary.js';

/** By which rules ratings of a case count. */
export type Counting = { readonly leadProposerId: string | null; readonly rules: ItemRules };

/** Those of a unit's ratings on one axis that count. Whoever is heard from several sides is heard by the first of them. */
export function countingRatings(part: Part, axis: Axis, counting: Counting): readonly HeardRating[] {
  if (part.ratings.size === 0) return [];
  const onAxis = [...part.ratings.values()].filter(
    (rating) => rating.axis === axis && mayCount(rating, counting),
  );
  let said: readonly HeardRating[] = [];
  for (const source of counting.rules.sources)
    said = [...said, ...heardFirst(said, latestOfEach(onAxis.filter((rating) => rating.source === source)))];
  return said;
}

/** A body, such as those who vote, speaks for nobody in particular: it does not count by the lead proposer alone. */
const mayCount = ({ respondent }: HeardRating, { leadProposerId, rules }: Counting): boolean =>
  rules.raters === 'ALL' || respondent === leadProposerId;

/** Of a source, the last that each said. */
const latestOfEach = (ratings: readonly HeardRating[]): readonly HeardRating[] => [
  ...new Map(ratings.map((rating) => [rating.respondent, rating])).values(),
];

/** A body counts where no earlier source has said anything, and then nothing after it does. */
const heardFirst = (before: readonly HeardRating[], now: readonly HeardRating[]): readonly HeardRating[] =>
  before.some(({ respondent }) => respondent === null)
    ? []
    : now.filter(({ respondent }) =>
        respondent === null ? before.length === 0 : !before.some((one) => one.respondent === respondent),
      );
