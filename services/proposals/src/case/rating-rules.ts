import { refuse } from '@duban/kernel';
import type { OwnAxis } from '../process/second-round.js';
import { checkTyped } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { AXIS_WORDS, worded } from './labels.js';
import { firstRefusal, type Refusal, type Scene } from './rule.js';
import type { CanonicalLevel, FeedbackAxis } from './vocabulary.js';
import type { RoundReason } from './vocabulary-answering.js';

type Give = Pick<CommandOf<'feedback.give'>, 'ratings'>;
type Rating = Give['ratings'][number];

/** The axis a rating names: a canonical one, or one of the locality's own by its code. */
const axisOf = ({ axis, ownAxis }: Rating): string => ownAxis ?? axis ?? '';

const ownAxisOf = ({ process }: Scene, { ownAxis }: Rating): OwnAxis | undefined =>
  ownAxis == null ? undefined : process.feedback.ownAxes[ownAxis];

function axisWords({ process }: Scene, code: string) {
  const own = process.feedback.ownAxes[code]?.label;
  if (own) return { axis: code, axisZh: own.zh, axisEn: own.en };
  const known = code in AXIS_WORDS;
  return known
    ? worded('axis', AXIS_WORDS, code as FeedbackAxis)
    : { axis: code, axisZh: code, axisEn: code };
}

/** Each axis of the process exactly once, on levels or points the process knows. */
export function checkRatings(scene: Scene, { ratings }: Give): Refusal | null {
  const { axes, ownAxes } = scene.process.feedback;
  const wanted: readonly string[] = [...axes, ...Object.keys(ownAxes)];
  const given = ratings.map(axisOf);
  const strange = given.find((axis, index) => !wanted.includes(axis) || given.indexOf(axis) !== index);
  if (strange !== undefined) return refuse('FEEDBACK_AXIS_UNKNOWN', axisWords(scene, strange));
  const missing = wanted.find((axis) => !given.includes(axis));
  if (missing) return refuse('FEEDBACK_AXIS_MISSING', axisWords(scene, missing));
  return firstRefusal(
    ...ratings.map((one) => () => checkValue(scene, one)),
    ...ratings.map((one) => () => checkTyped(scene, 'comment', one.comment)),
  );
}

function checkValue(scene: Scene, rating: Rating): Refusal | null {
  const points = ownAxisOf(scene, rating)?.points;
  if (!points) {
    const level = rating.level ?? '';
    return scene.process.feedback.levels[level] ? null : refuse('LEVEL_UNKNOWN', { level });
  }
  const given = rating.points ?? -1;
  const fits = Number.isInteger(given) && given >= 0 && given <= points.max;
  return fits
    ? null
    : refuse('POINTS_OUT_OF_RANGE', { ...axisWords(scene, axisOf(rating)), max: points.max });
}

const canonicalOf = (points: NonNullable<OwnAxis['points']>, given: number): CanonicalLevel =>
  given >= points.satisfiedFrom
    ? 'SATISFIED'
    : given >= points.basicallyFrom
      ? 'BASICALLY_SATISFIED'
      : 'DISSATISFIED';

/** What a rating says, in the locality's words and in those of everywhere. */
export function meaningOf(scene: Scene, rating: Rating) {
  const { levels, satisfied } = scene.process.feedback;
  const own = ownAxisOf(scene, rating);
  const axis: FeedbackAxis = own ? (own.canonical ?? 'OTHER') : (rating.axis ?? 'OTHER');
  const { ownAxis = null, comment = null } = rating;
  const points = own?.points ? (rating.points ?? 0) : null;
  const canonicalLevel =
    own?.points && points !== null
      ? canonicalOf(own.points, points)
      : (levels[rating.level ?? '']?.canonical ?? 'DISSATISFIED');
  const local = Object.entries(levels).find(([, one]) => one.canonical === canonicalLevel)?.[0];
  const level = points === null ? (rating.level ?? canonicalLevel) : (local ?? canonicalLevel);
  const said = { axis, ownAxis, level, points, canonicalLevel, comment };
  return { ...said, satisfied: satisfied.includes(canonicalLevel) };
}

/** Why these ratings call for another round; null when they do not. */
export function roundReasonOf(scene: Scene, { ratings }: Give): RoundReason | null {
  const { axes, levels, belowPoints } = scene.process.rehandling;
  const bad = ratings.some(
    (one) => axes.includes(axisOf(one)) && levels.includes(meaningOf(scene, one).canonicalLevel),
  );
  if (bad) return 'DISSATISFIED';
  const total = ratings.reduce((sum, one) => sum + (meaningOf(scene, one).points ?? 0), 0);
  return belowPoints !== undefined && total < belowPoints ? 'LOW_SCORE' : null;
}
