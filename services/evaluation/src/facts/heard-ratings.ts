import type { Payload } from './case-event.js';
import type { CaseFile, HeardRating, Part } from './case-file.js';
import { RATING_SOURCES, type RatingSource } from './vocabulary.js';

/** A signed form: what the same person says again takes the place of what they said. */
export function hearForm(file: CaseFile, data: Payload, at: string): void {
  const respondent = data.text('respondent') ?? '';
  const rating = ratingIn(data, { source: 'FORM', respondent, at });
  const part = file.parts.get(data.text('assignmentId') ?? '');
  if (rating && part) part.ratings.set(`FORM ${rating.axis} ${respondent}`, rating);
}

/** What was said when somebody asked; one that replaces another takes its place. */
export function hearEntered(file: CaseFile, data: Payload, at: string): void {
  forget(file, data.text('replaces'));
  const [ratingId, source] = [data.text('ratingId'), sourceIn(data)];
  const rating = source && ratingIn(data, { source, respondent: data.text('raterId'), at });
  if (rating && ratingId) keep(partsMeant(file, data), ratingId, rating);
}

/** What a work record says as a rating, or what came of a vote; put right and not signed anew, a record says nothing. */
export function hearRecord(file: CaseFile, data: Payload, at: string): void {
  const recordId = data.text('recordId');
  if (!recordId) return;
  const voted = partsWith(file, recordId).filter((part) => part.ratings.get(recordId)?.source === 'VOTE');
  if (voted.length > 0 || data.text('canonical') === 'SATISFACTION_VOTE') {
    const about = data.object('subject');
    const vote = voteIn(data, voted[0]?.ratings.get(recordId)?.at ?? at);
    if (vote) keep(voted.length > 0 ? voted : about ? partsMeant(file, about) : [], recordId, vote);
    return;
  }
  forget(file, recordId);
  const rated = data.object('rated');
  const source = rated && sourceIn(rated);
  const rating = source && ratingIn(rated, { source, respondent: rated.text('raterId'), at });
  if (rating) keep(partsMeant(file, rated), recordId, rating);
}

type Voice = Pick<HeardRating, 'source' | 'respondent' | 'at'>;

function ratingIn(data: Payload, voice: Voice): HeardRating | null {
  const [axis, level] = [data.axis(), data.level()];
  if (!axis || !level) return null;
  return { ...voice, axis, level, satisfied: data.optionalFlag('satisfied') ?? level === 'SATISFIED' };
}

/** Its rule may say more than passed or failed. */
function voteIn(data: Payload, at: string): HeardRating | null {
  const verdict = data.text('verdict');
  if (!verdict) return null;
  const satisfied = verdict === 'PASSED';
  const level = data.object('count')?.level('level') ?? (satisfied ? 'SATISFIED' : 'DISSATISFIED');
  return { source: 'VOTE', axis: 'OVERALL', respondent: null, level, satisfied, at };
}

const sourceIn = (data: Payload): RatingSource | null =>
  RATING_SOURCES.find((source) => source === data.text('source')) ?? null;

const partsWith = (file: CaseFile, key: string): Part[] =>
  [...file.parts.values()].filter((part) => part.ratings.has(key));

function forget(file: CaseFile, key: string | null): void {
  for (const part of file.parts.values()) if (key) part.ratings.delete(key);
}

function keep(parts: readonly Part[], key: string, rating: HeardRating): void {
  for (const part of parts) part.ratings.set(key, rating);
}

/** Whose handling it is about: the assignment; else what the unit, or everybody, has in hand by then. */
function partsMeant(file: CaseFile, about: Payload): Part[] {
  const one = file.parts.get(about.text('assignmentId') ?? '');
  if (one) return [one];
  const taken = new Set([...file.parts.values()].flatMap((part) => part.predecessors));
  const unitId = about.text('unitId');
  return [...file.parts.values()].filter(
    (part) => !part.returned && !taken.has(part.id) && (!unitId || part.unitId === unitId),
  );
}
