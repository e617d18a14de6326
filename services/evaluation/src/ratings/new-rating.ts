import {
  accept,
  addUnits,
  type CalendarDate,
  checkText,
  dateInShanghai,
  type Outcome,
  type Refused,
  refuse,
  type Viewer,
} from '@duban/kernel';
import {
  type Rating,
  type RatingEvent,
  type RatingMethod,
  type RatingRecord,
  sameQuestion,
} from './rating.js';
import { answeringIn, type RatedPart, type RatingFile } from './rating-file.js';
import type { EnteredSource, RatingRules, RatingWindow } from './rating-rules.js';
import { checkSaid, meaningOf, type RatingWords } from './rating-words.js';

/** What somebody enters: what a proposer said when asked, on as many axes as they were asked about. */
export type RatingWish = {
  readonly source: EnteredSource;
  readonly round: number;
  /** Needed where several units answer separately. */
  readonly unitId: string | null;
  readonly raterId: string;
  readonly ratings: readonly RatingWords[];
  readonly method: RatingMethod | null;
  readonly agency: string | null;
  /** ISO instant at which it was given; null: now. */
  readonly at: string | null;
};

/** What the rules look at beside the wish itself. */
export type RatingScene = {
  readonly caseId: string;
  /** Null: no such case has been heard of. */
  readonly file: RatingFile | null;
  /** Ratings entered for the case before, replaced ones included. */
  readonly kept: readonly Rating[];
  readonly rules: RatingRules;
  readonly viewer: Pick<Viewer, 'role'>;
  readonly now: string;
  readonly newId: () => string;
};

/** 录入评价: by whom the locality entrusts with it, about a reply that was given, once per rater, axis and round. */
export function decideRatings(wish: RatingWish, scene: RatingScene): Outcome<readonly RatingEvent[]> {
  const { file, rules } = scene;
  if (!file || file.parts.length === 0) return refuse('PROPOSAL_NOT_FOUND');
  const wrong = checkEntrusted(wish.source, scene) ?? checkRound(wish, file);
  if (wrong) return wrong;
  const part = partFor(wish, file);
  if ('code' in part) return part;
  const at = wish.at ?? scene.now;
  const unfit =
    checkMoment(wish, part, at, scene) ??
    checkRater(wish, file, at) ??
    checkSaid(wish.ratings, rules) ??
    checkAsked(wish);
  if (unfit) return unfit;
  const events = wish.ratings.map((words) => recorded(wish, part, words, scene));
  const twice = events.find(({ payload }, index) => isTwice(payload, events.slice(0, index), scene.kept));
  return twice ? refuse('RATING_ALREADY_GIVEN', { round: wish.round }) : accept(events);
}

/** Who enters ratings of a source is the locality's choice. */
export function checkEntrusted(
  source: EnteredSource,
  { rules, viewer }: Pick<RatingScene, 'rules' | 'viewer'>,
): Refused | null {
  const rule = rules.sources[source];
  if (!rule) return refuse('RATING_SOURCE_NOT_USED', { source });
  return rule.enteredBy.includes(viewer.role) ? null : refuse('RATING_NOT_ENTRUSTED', { source });
}

function checkRound({ round }: RatingWish, file: RatingFile): Refused | null {
  const rounds = [...new Set(file.parts.map((part) => part.round))].sort((a, b) => a - b);
  return rounds.includes(round) ? null : refuse('RATING_ROUND_UNKNOWN', { round, rounds: rounds.join('、') });
}

/** The unit's handling that is rated: the only one that answers, or the one that is named. */
function partFor({ round, unitId }: RatingWish, file: RatingFile): RatedPart | Refused {
  const answering = answeringIn(file, round);
  const found = unitId === null ? answering : answering.filter((part) => part.unitId === unitId);
  const [part] = found;
  if (unitId !== null && !part) return refuse('RATING_UNIT_NOT_IN_ROUND', { round });
  if (!part) return refuse('RATING_BEFORE_REPLY');
  return found.length > 1 && unitId === null ? refuse('RATING_UNIT_MISSING', { round }) : part;
}

function checkMoment(
  { source }: RatingWish,
  { repliedAt }: RatedPart,
  at: string,
  { rules, now }: RatingScene,
): Refused | null {
  if (at > now) return refuse('DATE_IN_FUTURE', { field: 'at' });
  if (repliedAt === null || at < repliedAt) return refuse('RATING_BEFORE_REPLY');
  const within = rules.sources[source]?.within;
  const due = within ? lastDay(repliedAt, within) : null;
  return due !== null && dateInShanghai(at) > due ? refuse('RATING_DEADLINE_PASSED', { due }) : null;
}

/** Windows are days or months, which no holiday changes. */
const ANY_CALENDAR = { holidays: new Set<CalendarDate>(), makeUpDays: new Set<CalendarDate>() };

const lastDay = (repliedAt: string, { amount, unit }: RatingWindow): CalendarDate =>
  addUnits(dateInShanghai(repliedAt), amount, unit, ANY_CALENDAR);

function checkRater({ source, raterId }: RatingWish, file: RatingFile, at: string): Refused | null {
  if (!file.proposerIds.includes(raterId)) return refuse('RATER_NOT_PROPOSER');
  if (source !== 'LAST_YEAR_B') return null;
  const year = yearOf(at);
  return file.promises.some((promise) => yearOf(promise.at) < year)
    ? null
    : refuse('RATING_WITHOUT_PROMISE', { year: Number(year) - 1 });
}

const yearOf = (instant: string): string => dateInShanghai(instant).slice(0, 4);

const checkAsked = ({ agency }: RatingWish): Refused | null =>
  agency === null ? null : checkText('agency', agency, { max: 100 });

function recorded(
  { source, round, raterId, method, agency, at }: RatingWish,
  { assignmentId, unitId }: RatedPart,
  words: RatingWords,
  { caseId, rules, now, newId }: RatingScene,
): RatingEvent {
  const about = { ratingId: newId(), caseId, source, round, assignmentId, unitId, raterId };
  const first = { replaces: null, reason: null };
  const payload: RatingRecord = { ...about, ...meaningOf(words, rules), method, agency, ...first };
  return { type: 'rating.recorded', payload, occurredAt: at ?? now };
}

const isTwice = (record: RatingRecord, before: readonly RatingEvent[], kept: readonly Rating[]): boolean =>
  kept.some((one) => sameQuestion(one, record)) ||
  before.some(({ payload }) => sameQuestion(payload, record));
