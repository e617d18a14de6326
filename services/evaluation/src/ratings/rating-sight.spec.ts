import { describe, expect, test } from '@jest/globals';
import type { Rating } from './rating.js';
import { EMPTY_RATING_FILE, type RatingFile, type UnitSight } from './rating-file.js';
import { awaitedSeen, ratingsSeen } from './rating-sight.js';

const rating: Rating = {
  ratingId: 'f1',
  source: 'FORM',
  round: 1,
  assignmentId: 'a1',
  unitId: 'u1',
  raterId: 'lead',
  axis: 'RESULT',
  ownAxis: null,
  level: 'SATISFIED',
  canonicalLevel: 'SATISFIED',
  points: null,
  satisfied: true,
  comment: '见面时说的',
  method: null,
  agency: null,
  at: '2026-03-05T00:00:00.000Z',
  enteredBy: null,
  replaces: null,
  reason: null,
  replaced: false,
  vote: null,
};
const part = { role: 'SEPARATE', round: 1, repliedAt: '2026-03-01T00:00:00.000Z' };
const asked = {
  round: 1,
  respondentIds: ['lead', 'signer'],
  since: '2026-03-01T00:00:00.000Z',
  until: '2026-03-20',
};
const file: RatingFile = {
  ...EMPTY_RATING_FILE,
  leadProposerId: 'lead',
  proposerIds: ['lead', 'signer'],
  parts: [
    { ...part, assignmentId: 'a1', unitId: 'u1' },
    { ...part, assignmentId: 'a2', unitId: 'u2' },
  ],
  asked: [
    { ...asked, assignmentId: 'a1', unitId: 'u1' },
    { ...asked, assignmentId: 'a2', unitId: 'u2' },
  ],
  given: [rating],
};
const entered: Rating[] = [
  {
    ...rating,
    ratingId: 'v1',
    source: 'VERIFICATION',
    enteredBy: 'EVALUATOR',
    at: '2026-03-04T00:00:00.000Z',
  },
  {
    ...rating,
    ratingId: 's2',
    source: 'THIRD_PARTY',
    assignmentId: 'a2',
    unitId: 'u2',
    raterId: 'signer',
    agency: '调查队',
  },
];
const everybody = { mandateId: null, unitId: null };
const seen = (viewer: Parameters<typeof ratingsSeen>[0], unitSees?: UnitSight) =>
  ratingsSeen(viewer, { file: { ...file, unitSees }, entered }).map(({ ratingId, raterId, comment }) =>
    [ratingId, raterId, comment].filter((one) => one !== null).join(' '),
  );

const ALL = ['v1 lead 见面时说的', 'f1 lead 见面时说的', 's2 signer 见面时说的'];
const unit = { role: 'UNIT_HEAD', mandateId: null, unitId: 'u1' } as const;

describe('who sees which ratings', () => {
  test.each([
    ['the office sees who said what', { ...everybody, role: 'DEPUTY_AFFAIRS_OFFICER' }, ALL],
    ['the evaluator, too', { ...everybody, role: 'EVALUATOR' }, ALL],
    ['a leader sees how it was rated', { ...everybody, role: 'SUPERVISING_LEADER' }, ['v1', 'f1', 's2']],
    ['the surveyor sees the survey', { ...everybody, role: 'THIRD_PARTY_SURVEYOR' }, [ALL[2]]],
    [
      'a proposer sees their own words',
      { role: 'DEPUTY', mandateId: 'signer', unitId: null },
      ['v1', 'f1', ALL[2]],
    ],
    ['another deputy sees nothing', { role: 'DEPUTY', mandateId: 'somebody', unitId: null }, []],
    ['the unit sees levels of its own handling', unit, ['v1', 'f1']],
    ['a unit that has nothing to do with it sees nothing', { ...unit, unitId: 'u3' }, []],
  ] as const)('%s', (_, viewer, expected) => {
    expect(seen(viewer)).toEqual(expected);
  });

  test('a locality may show units more, or nothing', () => {
    expect(seen(unit, 'PERSONS')).toEqual(ALL.slice(0, 2));
    expect(seen(unit, 'NOTHING')).toEqual([]);
  });
});

test('silence is shown: to the office with the name, to the unit without', () => {
  const silent = (viewer: Parameters<typeof ratingsSeen>[0]) =>
    awaitedSeen(viewer, { file }).map(({ unitId, respondentId, since, until }) =>
      [unitId, respondentId, since.slice(0, 10), until].join(' '),
    );
  const since = '2026-03-01 2026-03-20';
  expect(silent({ ...everybody, role: 'EVALUATOR' })).toEqual([
    `u1 signer ${since}`,
    `u2 lead ${since}`,
    `u2 signer ${since}`,
  ]);
  expect(silent(unit)).toEqual([`u1  ${since}`]);
  expect(silent({ role: 'DEPUTY', mandateId: 'signer', unitId: null })[0]).toBe(`u1 signer ${since}`);
  expect(silent({ role: 'DEPUTY', mandateId: 'nobody', unitId: null })).toEqual([]);
});
