import type { Level } from '../facts/vocabulary.js';
import type { Rating } from './rating.js';

/** What staff of a rated unit see of ratings of its handling, as the process of the case says. */
export const UNIT_SIGHTS = ['NOTHING', 'LEVELS', 'PERSONS'] as const;
export type UnitSight = (typeof UNIT_SIGHTS)[number];

/** A unit that answers for a case in a round. */
export type RatedPart = {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: string;
  readonly round: number;
  /** ISO instant of its formal reply; null: not replied yet. */
  readonly repliedAt: string | null;
};

/** Somebody was asked to rate a reply on the form. */
export type RatingRequest = {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly round: number;
  readonly respondentIds: readonly string[];
  /** ISO instant since when, and the last day; null: no limit. */
  readonly since: string;
  readonly until: string | null;
};

/** What ratings need to know of a case, folded from its events. */
export type RatingFile = {
  readonly leadProposerId: string | null;
  readonly proposerIds: readonly string[];
  readonly parts: readonly RatedPart[];
  /** Promises put on the register: since which instant, and for which assignment. */
  readonly promises: readonly { readonly assignmentId: string; readonly at: string }[];
  readonly asked: readonly RatingRequest[];
  /** What staff of rated units see; left out: `LEVELS`. */
  readonly unitSees?: UnitSight;
  /** Those given on forms and by votes. */
  readonly given: readonly Rating[];
};

export const EMPTY_RATING_FILE: RatingFile = {
  leadProposerId: null,
  proposerIds: [],
  parts: [],
  promises: [],
  asked: [],
  given: [],
};

/** Who was asked and has not answered. */
export type AwaitedRating = Omit<RatingRequest, 'respondentIds'> & { readonly respondentId: string };

export const awaitedIn = ({ asked, given }: RatingFile): AwaitedRating[] =>
  asked.flatMap(({ respondentIds, ...request }) =>
    respondentIds
      .filter(
        (respondentId) =>
          !given.some((one) => one.assignmentId === request.assignmentId && one.raterId === respondentId),
      )
      .map((respondentId) => ({ ...request, respondentId })),
  );

/** The units that answer to the proposers themselves; a co-unit answers to the lead. */
export const answeringIn = ({ parts }: RatingFile, round: number): RatedPart[] =>
  parts.filter((part) => part.round === round && part.role !== 'CO');

export const levelOfVote = (passed: boolean): Level => (passed ? 'SATISFIED' : 'DISSATISFIED');
