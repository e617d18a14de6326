import { accept, checkText, type Outcome, refuse } from '@duban/kernel';
import { checkEntrusted, type RatingScene } from './new-rating.js';
import type { RatingEvent, RatingRecord } from './rating.js';
import { checkSaid, meaningOf } from './rating-words.js';

export type RatingCorrection = {
  readonly level: string | null;
  readonly points: number | null;
  readonly comment: string | null;
  readonly reason: string;
};

export type KeptRecord = RatingRecord & { readonly replaced: boolean };

/** 更正评价: another rating takes its place, with the reason; who rated, what and in which round stays as it was. */
export function decideRatingCorrection(
  old: KeptRecord,
  { reason, ...said }: RatingCorrection,
  scene: Pick<RatingScene, 'rules' | 'viewer' | 'now' | 'newId'>,
): Outcome<RatingEvent> {
  const { rules, now, newId } = scene;
  if (old.replaced) return refuse('RATING_ALREADY_CORRECTED');
  const axis = old.ownAxis === null && old.axis !== 'OTHER' ? old.axis : null;
  const words = { axis, ownAxis: old.ownAxis, ...said };
  const wrong =
    checkEntrusted(old.source, scene) ??
    checkText('reason', reason, { max: 500 }) ??
    checkSaid([words], rules);
  if (wrong) return wrong;
  const meant = meaningOf(words, rules);
  const same = meant.level === old.level && meant.points === old.points && meant.comment === old.comment;
  if (same) return refuse('RATING_UNCHANGED');
  const { replaced: _, ...kept } = old;
  const payload: RatingRecord = { ...kept, ...meant, ratingId: newId(), replaces: old.ratingId, reason };
  return accept({ type: 'rating.recorded', payload, occurredAt: now });
}
