import { describe, expect, test } from '@jest/globals';
import { decideRatings, type RatingScene, type RatingWish } from './new-rating.js';
import type { Rating } from './rating.js';
import { decideRatingCorrection } from './rating-correction.js';
import { EMPTY_RATING_FILE, type RatingFile } from './rating-file.js';
import { DEFAULT_RATING_RULES, type RatingRules } from './rating-rules.js';
import type { RatingWords } from './rating-words.js';

const part = {
  assignmentId: 'a1',
  unitId: 'u1',
  role: 'LEAD',
  round: 1,
  repliedAt: '2026-03-01T02:00:00.000Z',
};
const file: RatingFile = {
  ...EMPTY_RATING_FILE,
  leadProposerId: 'lead',
  proposerIds: ['lead', 'signer'],
  parts: [part, { ...part, assignmentId: 'a2', unitId: 'u2', role: 'CO', repliedAt: null }],
};
const separate: RatingFile = {
  ...file,
  parts: ['u1', 'u2'].map((unitId) => ({ ...part, assignmentId: `of-${unitId}`, unitId, role: 'SEPARATE' })),
};
const promised: RatingFile = { ...file, promises: [{ assignmentId: 'a1', at: '2025-12-31T15:59:59.000Z' }] };
const words: RatingWords = { axis: 'RESULT', ownAxis: null, level: 'SATISFIED', points: null, comment: null };
const wish: RatingWish = {
  source: 'VERIFICATION',
  round: 1,
  unitId: null,
  raterId: 'lead',
  ratings: [words],
  method: 'PHONE',
  agency: null,
  at: null,
};
let made = 0;
const scene: RatingScene = {
  caseId: 'c1',
  file,
  kept: [],
  rules: DEFAULT_RATING_RULES,
  viewer: { role: 'DEPUTY_AFFAIRS_OFFICER' },
  now: '2026-06-01T00:00:00.000Z',
  newId: () => `r${++made}`,
};
const codeOf = (outcome: { accepted: boolean; code?: string }) =>
  outcome.accepted ? 'accepted' : outcome.code;
const told = (input: Partial<RatingWish>, beside: Partial<RatingScene> = {}) =>
  codeOf(decideRatings({ ...wish, ...input }, { ...scene, ...beside }));
const saying = (input: Partial<RatingWords>): Partial<RatingWish> => ({ ratings: [{ ...words, ...input }] });

const soon = { at: '2026-03-02T00:00:00.000Z' };

const limited: RatingRules = {
  ...DEFAULT_RATING_RULES,
  axes: ['RESULT'],
  ownAxes: {
    effect: {
      label: { zh: '落实效果', en: 'effect' },
      canonical: 'RESULT',
      points: { max: 50, satisfiedFrom: 45, basicallyFrom: 30 },
    },
  },
  sources: {
    VERIFICATION: { enteredBy: ['DEPUTY_AFFAIRS_OFFICER'], within: { amount: 1, unit: 'MONTH' } },
  },
};

describe('a rating is entered', () => {
  test.each<[string, Partial<RatingWish>, Partial<RatingScene>, string]>([
    ['by those entrusted, about the only unit that answers', {}, {}, 'accepted'],
    ['about a co-signer', { raterId: 'signer' }, {}, 'accepted'],
    ['for a case nobody has heard of', {}, { file: null }, 'PROPOSAL_NOT_FOUND'],
    ['for a case nobody handles', {}, { file: EMPTY_RATING_FILE }, 'PROPOSAL_NOT_FOUND'],
    ['in a round that does not exist', { round: 2 }, {}, 'RATING_ROUND_UNKNOWN'],
    ['by somebody who is not a proposer', { raterId: 'neighbour' }, {}, 'RATER_NOT_PROPOSER'],
    [
      'by a role that is not entrusted',
      {},
      { viewer: { role: 'THIRD_PARTY_SURVEYOR' } },
      'RATING_NOT_ENTRUSTED',
    ],
    [
      'in a survey by the surveyor',
      { source: 'THIRD_PARTY' },
      { viewer: { role: 'THIRD_PARTY_SURVEYOR' } },
      'accepted',
    ],
    ['of a source that is not used', { source: 'THIRD_PARTY' }, { rules: limited }, 'RATING_SOURCE_NOT_USED'],
    ['about a co-unit', { unitId: 'u2' }, {}, 'RATING_UNIT_NOT_IN_ROUND'],
    ['about one of two separate units', { unitId: 'u2' }, { file: separate }, 'accepted'],
    ['about separate units, not saying which', {}, { file: separate }, 'RATING_UNIT_MISSING'],
    ['before the reply', { at: '2026-03-01T01:59:59.999Z' }, {}, 'RATING_BEFORE_REPLY'],
    [
      'without a reply',
      {},
      { file: { ...file, parts: [{ ...part, repliedAt: null }] } },
      'RATING_BEFORE_REPLY',
    ],
    ['tomorrow', { at: '2026-06-01T00:00:00.001Z' }, {}, 'DATE_IN_FUTURE'],
    ['on the last day', { at: '2026-04-01T15:59:59.999Z' }, { rules: limited }, 'accepted'],
    ['a moment later', { at: '2026-04-01T16:00:00.000Z' }, { rules: limited }, 'RATING_DEADLINE_PASSED'],
    ['about last year’s promise', { source: 'LAST_YEAR_B' }, { file: promised }, 'accepted'],
    ['about a promise that nobody made', { source: 'LAST_YEAR_B' }, {}, 'RATING_WITHOUT_PROMISE'],
    [
      'about this year’s promise',
      { source: 'LAST_YEAR_B' },
      { file: { ...file, promises: [{ assignmentId: 'a1', at: '2025-12-31T16:00:00.000Z' }] } },
      'RATING_WITHOUT_PROMISE',
    ],
    ['on no axis', { ratings: [] }, {}, 'RATING_AXIS_UNKNOWN'],
    ['on an axis of somebody else', saying({ axis: null, ownAxis: 'effect' }), {}, 'RATING_AXIS_UNKNOWN'],
    [
      'on an axis not asked for',
      { ...saying({ axis: 'ATTITUDE' }), ...soon },
      { rules: limited },
      'RATING_AXIS_UNKNOWN',
    ],
    [
      'on two axes at once',
      { ...saying({ ownAxis: 'effect' }), ...soon },
      { rules: limited },
      'RATING_AXIS_UNKNOWN',
    ],
    ['with a level nobody knows', saying({ level: 'DELIGHTED' }), {}, 'RATING_LEVEL_UNKNOWN'],
    ['with points where levels are', saying({ points: 5 }), {}, 'RATING_LEVEL_UNKNOWN'],
    ['twice in one go', { ratings: [words, words] }, {}, 'RATING_ALREADY_GIVEN'],
    ['on two axes', { ratings: [words, { ...words, axis: 'ATTITUDE' }] }, {}, 'accepted'],
    ['with an empty comment', saying({ comment: '' }), {}, 'TEXT_EMPTY'],
    ['by nobody in particular', { agency: '' }, {}, 'TEXT_EMPTY'],
  ])('%s', (_, input, beside, expected) => {
    expect(told(input, beside)).toBe(expected);
  });

  test.each([
    [45, 'SATISFIED', true],
    [44, 'BASICALLY_SATISFIED', true],
    [30, 'BASICALLY_SATISFIED', true],
    [29, 'DISSATISFIED', false],
    [0, 'DISSATISFIED', false],
  ])('%i of 50 points are %s', (points, canonicalLevel, satisfied) => {
    const ratings = [{ ...words, axis: null, ownAxis: 'effect', level: null, points }];
    const at = '2026-03-02T00:00:00.000Z';
    const decision = decideRatings({ ...wish, ratings, at }, { ...scene, rules: limited });
    if (!decision.accepted) throw new Error(decision.code);
    expect(decision.value.map(({ payload }) => payload)).toMatchObject([
      { axis: 'RESULT', ownAxis: 'effect', points, canonicalLevel, satisfied },
    ]);
  });

  test.each([-1, 51])('%i of 50 points are none', (points) => {
    const ratings = [{ ...words, axis: null, ownAxis: 'effect', level: null, points }];
    const at = '2026-03-02T00:00:00.000Z';
    expect(told({ ratings, at }, { rules: limited })).toBe('RATING_POINTS_OUT_OF_RANGE');
  });
});

function firstOf(decision: ReturnType<typeof decideRatings>) {
  const [event] = decision.accepted ? decision.value : [];
  if (!event) throw new Error('nothing was recorded');
  return event;
}
const keptOf = ({ payload, occurredAt = '' }: ReturnType<typeof firstOf>): Rating => {
  const { caseId: _, ...said } = payload;
  return { ...said, at: occurredAt, enteredBy: 'EVALUATOR', replaced: false, vote: null };
};

test('nobody rates the same twice: another axis, round, rater or source is another question', () => {
  const kept = [keptOf(firstOf(decideRatings(wish, scene)))];
  expect(told({}, { kept })).toBe('RATING_ALREADY_GIVEN');
  expect(told({ source: 'THIRD_PARTY' }, { kept })).toBe('accepted');
  expect(told({ raterId: 'signer' }, { kept })).toBe('accepted');
  expect(told(saying({ axis: 'ATTITUDE' }), { kept })).toBe('accepted');
  const again = { ...file, parts: [...file.parts, { ...part, assignmentId: 'a3', round: 2 }] };
  expect(told({ round: 2 }, { kept, file: again })).toBe('accepted');
});

test('a correction is another rating of the same, once, with a reason', () => {
  const { payload } = firstOf(decideRatings(wish, scene));
  const old = { ...payload, replaced: false };
  const correction = { level: 'DISSATISFIED', points: null, comment: null, reason: '录音复核' };
  const decision = decideRatingCorrection(old, correction, scene);
  expect(decision).toMatchObject({
    accepted: true,
    value: {
      occurredAt: scene.now,
      payload: {
        ...payload,
        ratingId: expect.not.stringContaining(payload.ratingId),
        level: 'DISSATISFIED',
        canonicalLevel: 'DISSATISFIED',
        satisfied: false,
        replaces: payload.ratingId,
        reason: '录音复核',
      },
    },
  });
  const corrected = (input: object, was = old, beside = scene) =>
    codeOf(decideRatingCorrection(was, { ...correction, ...input }, beside));
  expect(corrected({}, { ...old, replaced: true })).toBe('RATING_ALREADY_CORRECTED');
  expect(corrected({ level: 'SATISFIED' })).toBe('RATING_UNCHANGED');
  expect(corrected({ level: 'WONDERFUL' })).toBe('RATING_LEVEL_UNKNOWN');
  expect(corrected({ reason: '' })).toBe('TEXT_EMPTY');
  expect(corrected({}, old, { ...scene, viewer: { role: 'UNIT_HEAD' } })).toBe('RATING_NOT_ENTRUSTED');
});
