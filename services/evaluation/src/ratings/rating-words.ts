import { checkText, type Refused, refuse } from '@duban/kernel';
import type { Axis, Level } from '../facts/vocabulary.js';
import type { RatingSaid } from './rating.js';
import type { RatingAxisRule, RatingRules } from './rating-rules.js';

/** One axis as somebody says it: a common one or the locality's own, by a level or by points. */
export type RatingWords = {
  readonly axis: Axis | null;
  readonly ownAxis: string | null;
  readonly level: string | null;
  readonly points: number | null;
  readonly comment: string | null;
};

type Said = readonly RatingWords[];

/** Axes and levels that the locality knows, each axis once. */
export function checkSaid(said: Said, rules: RatingRules): Refused | null {
  if (said.length === 0) return refuse('RATING_AXIS_UNKNOWN', { axis: '—', known: knownAxes(rules) });
  for (const words of said) {
    const wrong = checkAxis(words, rules) ?? checkValue(words, rules) ?? checkComment(words);
    if (wrong) return wrong;
  }
  return null;
}

const knownAxes = ({ axes, ownAxes }: RatingRules): string =>
  [...axes, ...Object.keys(ownAxes)].join('、') || '—';

function checkAxis({ axis, ownAxis }: RatingWords, rules: RatingRules): Refused | null {
  const fits =
    ownAxis !== null
      ? axis === null && rules.ownAxes[ownAxis] !== undefined
      : axis !== null && rules.axes.includes(axis);
  return fits
    ? null
    : refuse('RATING_AXIS_UNKNOWN', { axis: ownAxis ?? axis ?? '—', known: knownAxes(rules) });
}

function checkValue({ ownAxis, level, points }: RatingWords, rules: RatingRules): Refused | null {
  const scale = pointsOf(ownAxis, rules);
  if (scale) {
    const fits = level === null && points !== null && points >= 0 && points <= scale.max;
    return fits ? null : refuse('RATING_POINTS_OUT_OF_RANGE', { max: scale.max });
  }
  const fits = points === null && level !== null && rules.levels[level] !== undefined;
  const known = Object.keys(rules.levels).join('、') || '—';
  return fits ? null : refuse('RATING_LEVEL_UNKNOWN', { level: level ?? '—', known });
}

const checkComment = ({ comment }: RatingWords): Refused | null =>
  comment === null ? null : checkText('comment', comment, { max: 2000 });

type Points = NonNullable<RatingAxisRule['points']>;

const pointsOf = (ownAxis: string | null, { ownAxes }: RatingRules): Points | undefined =>
  ownAxis === null ? undefined : ownAxes[ownAxis]?.points;

const levelFor = (points: number, { satisfiedFrom, basicallyFrom }: Points): Level =>
  points >= satisfiedFrom ? 'SATISFIED' : points >= basicallyFrom ? 'BASICALLY_SATISFIED' : 'DISSATISFIED';

/** What was said, in the locality's words and in those of everywhere. Checked before. */
export function meaningOf(
  { axis, ownAxis, level, points, comment }: RatingWords,
  rules: RatingRules,
): RatingSaid {
  const scale = pointsOf(ownAxis, rules);
  const canonicalLevel =
    scale && points !== null
      ? levelFor(points, scale)
      : (rules.levels[level ?? '']?.canonical ?? 'DISSATISFIED');
  const local = Object.entries(rules.levels).find(([, one]) => one.canonical === canonicalLevel)?.[0];
  return {
    axis: (ownAxis === null ? axis : rules.ownAxes[ownAxis]?.canonical) ?? 'OTHER',
    ownAxis,
    level: level ?? local ?? canonicalLevel,
    canonicalLevel,
    points,
    satisfied: rules.satisfied.includes(canonicalLevel),
    comment,
  };
}
