import { Case, must, type Unit } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { caughtUp } from '../story/figures.js';
import { type Moment, since } from '../story/moments.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Readonly<Record<string, unknown>>;

const RATED = { source: 'VERIFICATION', round: 1, ratings: [{ axis: 'RESULT', level: 'SATISFIED' }] };

/** Handed over and answered by some of its units. */
async function answered(cast: Cast, units: readonly Unit[], when: (days: number) => Moment): Promise<Case> {
  const one = await (await Case.drafted(cast, when(0))).handedOver(units, when(1));
  for (const { head } of units) await one.answered(head, 'A', when(2));
  return one;
}

/** What is refused of ratings that offices and surveyors enter. */
export async function refusedOfRatings(cast: Cast): Promise<Attempt[]> {
  const [first, second, third] = cast.heads;
  const surveyor = await cast.county.as('third-party-surveyor');
  const sole = [{ head: first, role: 'SOLE' }] as const;
  const [rated, late, open, shared] = await Promise.all([
    answered(cast, sole, since(20)),
    answered(cast, sole, since(100)),
    Case.drafted(cast).then((one) => one.handedOver(sole)),
    answered(
      cast,
      [first, second].map((head) => ({ head, role: 'SEPARATE' })),
      since(20),
    ),
  ]);
  await caughtUp(cast.office, cast.county.code);
  const said = ({ id: proposalId, lead }: Case) => ({ ...RATED, proposalId, raterId: lead.mandateId });
  const kept = async (axis: string): Promise<string> => {
    const input = { ...said(rated), ratings: [{ axis, level: 'SATISFIED' }] };
    return (await must(cast.office, 'recordRating', input, 'ratings { id }')).ratings[0].id;
  };
  const [corrected, right] = [await kept('OVERALL'), await kept('ATTITUDE')];
  const put = { level: 'DISSATISFIED', reason: '复核' };
  await must(cast.office, 'correctRating', { ratingId: corrected, ...put });
  const record = (code: string, input: Input = {}, about = rated, who = cast.office) =>
    attempt(code, who, 'recordRating', { ...said(about), ...input });
  const on = (rating: object) => ({ ratings: [rating] });
  const correct = (code: string, ratingId: string, input: Input = {}) =>
    attempt(code, cast.office, 'correctRating', { ratingId, ...put, ...input });
  return [
    record('RATING_SOURCE_NOT_USED', { source: 'THIRD_PARTY' }, rated, surveyor),
    record('RATING_NOT_ENTRUSTED', {}, rated, surveyor),
    record('ROLE_NOT_ALLOWED', {}, rated, first),
    record('RATING_ROUND_UNKNOWN', { round: 2 }),
    record('RATING_UNIT_NOT_IN_ROUND', { unitId: third.unitId }),
    record('RATING_UNIT_MISSING', {}, shared),
    record('RATING_BEFORE_REPLY', {}, open),
    record('RATING_DEADLINE_PASSED', {}, late),
    record('RATING_WITHOUT_PROMISE', { source: 'LAST_YEAR_B' }),
    record('RATER_NOT_PROPOSER', { raterId: cast.deputies[1].mandateId }),
    record('RATING_AXIS_UNKNOWN', on({ ownAxis: 'weather', level: 'SATISFIED' })),
    record('RATING_LEVEL_UNKNOWN', on({ axis: 'RESULT', level: 'DELIGHTED' })),
    record('RATING_POINTS_OUT_OF_RANGE', on({ ownAxis: 'effect', points: 51 })),
    record('RATING_ALREADY_GIVEN', on({ axis: 'ATTITUDE', level: 'DISSATISFIED' })),
    correct('RATING_NOT_FOUND', nobodys(right)),
    correct('RATING_ALREADY_CORRECTED', corrected),
    correct('RATING_UNCHANGED', right, { level: 'SATISFIED' }),
  ];
}
