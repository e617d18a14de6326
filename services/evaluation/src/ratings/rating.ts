import type { NewEvent } from '@duban/kernel';
import type { Axis, Level, RatingSource } from '../facts/vocabulary.js';
import type { EnteredSource } from './rating-rules.js';

/** OTHER: an axis of the locality's own that stands for none of the common ones. */
export type RatedAxis = Axis | 'OTHER';

/** What one rating says: one axis, by a level and perhaps by points. */
export type RatingSaid = {
  readonly axis: RatedAxis;
  readonly ownAxis: string | null;
  /** The locality's own level, and what it means everywhere. */
  readonly level: string;
  readonly canonicalLevel: Level;
  readonly points: number | null;
  /** Whether the locality counts it as satisfied. */
  readonly satisfied: boolean;
  readonly comment: string | null;
};

/** How a collective vote came out. */
export type BallotCount = {
  /** Those who could vote; null where the record does not say. */
  readonly voters: number | null;
  readonly ballots: readonly {
    readonly choice: string;
    readonly zh: string;
    readonly en: string;
    readonly count: number;
  }[];
  readonly abstained: number;
  readonly invalid: number;
  readonly passed: boolean;
  /** By which rule; null for a vote from before it was kept. */
  readonly counted: {
    readonly passing: number;
    /** What the share is of: all who could vote, or the valid ballots. */
    readonly base: number;
    readonly share: string;
    /** More than the share, and not just as much. */
    readonly strict: boolean;
  } | null;
};

/** Whose handling is rated, in which round; null: the case as a whole. */
export type RatedHandling = {
  readonly round: number | null;
  readonly assignmentId: string | null;
  readonly unitId: string | null;
};

/** One rating, whatever its source. Never changed: what corrects it is another one. */
export type Rating = RatedHandling &
  RatingSaid & {
    readonly ratingId: string;
    readonly source: RatingSource;
    /** The mandate of who rates; null: a body, or not shown. */
    readonly raterId: string | null;
    /** How it was asked, and by whom it was entrusted. */
    readonly method: RatingMethod | null;
    readonly agency: string | null;
    /** ISO instant at which it was given. */
    readonly at: string;
    /** The role that entered it for the rater; null: the rater did. */
    readonly enteredBy: string | null;
    readonly replaces: string | null;
    readonly reason: string | null;
    /** Another one counts in its place. */
    readonly replaced: boolean;
    readonly vote: BallotCount | null;
  };

export const RATING_METHODS = ['ON_SITE', 'PHONE', 'ENTRUSTED', 'QUESTIONNAIRE', 'MEETING'] as const;
export type RatingMethod = (typeof RATING_METHODS)[number];

/** A rating as this service records it. */
export type RatingRecord = RatedHandling &
  RatingSaid & {
    readonly ratingId: string;
    readonly caseId: string;
    readonly source: EnteredSource;
    readonly raterId: string;
    readonly method: RatingMethod | null;
    readonly agency: string | null;
    readonly replaces: string | null;
    readonly reason: string | null;
  };

export type RatingEvent = NewEvent<'rating.recorded', RatingRecord>;

/** What tells two ratings of a source apart: nobody gives the same one twice. */
export const sameQuestion = (
  a: Pick<Rating, 'source' | 'round' | 'assignmentId' | 'raterId' | 'axis' | 'ownAxis'>,
  b: Pick<Rating, 'source' | 'round' | 'assignmentId' | 'raterId' | 'axis' | 'ownAxis'>,
): boolean =>
  a.source === b.source &&
  a.round === b.round &&
  a.assignmentId === b.assignmentId &&
  a.raterId === b.raterId &&
  a.axis === b.axis &&
  a.ownAxis === b.ownAxis;
