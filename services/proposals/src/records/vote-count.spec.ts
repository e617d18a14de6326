import { describe, expect, test } from '@jest/globals';
import { fractionOf } from '../process/fraction.js';
import type { RecordVerdictRule } from '../process/records.js';
import { countVote } from './vote-count.js';
import type { RecordValue } from './work-record.js';

const label = { zh: '票', en: 'ballots' };
const values = (members: number, ballots: Readonly<Record<string, number>>): RecordValue[] => [
  { field: 'members', label, type: 'NUMBER', choices: {}, value: members },
  { field: 'ballots', label, type: 'BALLOTS', choices: {}, value: ballots },
];
const half: RecordVerdictRule = { ballots: 'ballots', passing: ['YES'], moreThan: 0.5, of: 'members' };
const thirds: RecordVerdictRule = {
  ballots: 'ballots',
  passing: ['YES'],
  atLeast: '2/3',
  abstained: ['ABSTAINED'],
  invalid: ['SPOILT'],
};
const verdict = (rule: RecordVerdictRule, members: number, ballots: Readonly<Record<string, number>>) =>
  countVote(rule, values(members, ballots))?.verdict;

describe('a vote is counted by the rule of its kind', () => {
  test.each<[string, RecordVerdictRule, number, Readonly<Record<string, number>>, string]>([
    ['more than half of all members', half, 50, { YES: 26, NO: 1 }, 'PASSED'],
    ['just half of them', half, 50, { YES: 25, NO: 1 }, 'FAILED'],
    ['nobody could vote', half, 0, { YES: 0 }, 'FAILED'],
    [
      'just two thirds of the valid ballots',
      thirds,
      99,
      { YES: 20, NO: 8, ABSTAINED: 2, SPOILT: 9 },
      'PASSED',
    ],
    ['one less', thirds, 99, { YES: 19, NO: 9, ABSTAINED: 2, SPOILT: 9 }, 'FAILED'],
    ['all of them spoilt', thirds, 99, { SPOILT: 3 }, 'FAILED'],
    [
      'two thirds of 333333 333 as no float could tell',
      thirds,
      0,
      { YES: 222222222, NO: 111111111 },
      'PASSED',
    ],
    ['one vote short of it', thirds, 0, { YES: 222222221, NO: 111111112 }, 'FAILED'],
  ])('%s', (_, rule, members, ballots, expected) => {
    expect(verdict(rule, members, ballots)).toBe(expected);
  });

  const levels: RecordVerdictRule['levels'] = [
    { level: 'SATISFIED', passing: ['YES'], moreThan: 0.5 },
    { level: 'BASICALLY_SATISFIED', passing: ['YES', 'MOSTLY'], atLeast: '1/2' },
  ];

  test.each([
    [{ YES: 26, MOSTLY: 0, NO: 24 }, 'SATISFIED'],
    [{ YES: 25, MOSTLY: 0, NO: 25 }, 'BASICALLY_SATISFIED'],
    [{ YES: 20, MOSTLY: 5, NO: 1 }, 'BASICALLY_SATISFIED'],
    [{ YES: 20, MOSTLY: 4, NO: 1 }, 'DISSATISFIED'],
    [{ YES: 0, MOSTLY: 0, NO: 0 }, 'DISSATISFIED'],
  ])('a rule may say which level %o is, of the same base: %s', (ballots, level) => {
    const rule = { ...half, passing: ['YES', 'MOSTLY'], levels };
    expect(countVote(rule, values(50, ballots))?.level).toBe(level);
    expect(countVote(half, values(50, ballots))).not.toHaveProperty('level');
  });

  test('what was counted is told', () => {
    expect(countVote(thirds, values(50, { YES: 20, NO: 8, ABSTAINED: 2, SPOILT: 9 }))).toEqual({
      ...{ voters: null, cast: 39, passing: 20, abstained: 2, invalid: 9, base: 30 },
      ...{ share: '2/3', strict: false, verdict: 'PASSED' },
    });
    expect(countVote(half, values(55, { YES: 43 }))).toMatchObject({ voters: 55, base: 55, share: '5/10' });
    expect(countVote(undefined, [])).toBeNull();
  });
});

test.each([
  ['2/3', '2/3'],
  [0.5, '5/10'],
  [1, '1/1'],
  ['3/2', null],
  ['1/0', null],
  [1.5, null],
  ['half', null],
])('%s is the share %s', (share, expected) => {
  const found = fractionOf(share);
  expect(found && `${found.over}/${found.under}`).toBe(expected);
});
