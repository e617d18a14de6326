import type { Payload } from '../facts/case-event.js';
import type { Rating } from './rating.js';
import type { RatingFile } from './rating-file.js';

export const NOT_ASKED = { method: null, agency: null, vote: null } as const;

/** What a work record says as a rating; put right and not signed anew, it says nothing. */
export function recordRated(file: RatingFile, data: Payload, at: string): RatingFile {
  const ratingId = data.id('recordId');
  const others = file.given.filter((one) => one.source === 'VOTE' || one.ratingId !== ratingId);
  const rated = data.object('rated');
  const rating = rated && ratingId ? ratingOfRecord(file, { ratingId, at }, rated, data) : null;
  return rating ? { ...file, given: [...others, rating] } : { ...file, given: others };
}

function ratingOfRecord(
  file: RatingFile,
  { ratingId, at }: { readonly ratingId: string; readonly at: string },
  rated: Payload,
  data: Payload,
): Rating | null {
  const [source, canonicalLevel] = [RECORDED.find((one) => one === rated.text('source')), rated.level()];
  if (!source || !canonicalLevel) return null;
  const [assignmentId, unitId] = [rated.id('assignmentId'), rated.id('unitId')];
  const part = file.parts.find((one) => one.assignmentId === assignmentId);
  const said = { axis: rated.axis() ?? ('OTHER' as const), ownAxis: null, points: null, comment: null };
  return {
    ...NOT_ASKED,
    ...{ ratingId, source, at, assignmentId, unitId, round: part?.round ?? null },
    ...{
      ...said,
      level: rated.text('level') ?? canonicalLevel,
      canonicalLevel,
      satisfied: rated.flag('satisfied'),
    },
    ...{
      raterId: rated.id('raterId'),
      agency: rated.text('agency'),
      enteredBy: data.texts('enteredBy')[0] ?? null,
    },
    ...{ replaces: null, reason: data.text('reason'), replaced: false },
  };
}

const RECORDED = ['VERIFICATION', 'THIRD_PARTY', 'LAST_YEAR_B'] as const;
