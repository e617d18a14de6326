import type { Role } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import type { Award } from '../sheet/award.js';
import type { Sheets } from '../sheet/sheet.js';
import { problemsIn } from '../testing/scoring.kit.js';
import {
  type DecisionScene,
  decideNomination,
  decideOnAward,
  decidePublication,
  type Nomination,
  type NominationScene,
  type Round,
} from './award.js';

const unit: Award = {
  name: { zh: '先进单位', en: 'advanced unit' },
  subject: 'UNIT',
  quota: 2,
  sheet: 'units',
  nominatedBy: ['DEPUTY_AFFAIRS_OFFICER', 'UNIT_HEAD'],
  decidedBy: ['EVALUATOR'],
};
const sheets: Sheets = { version: '1', sheets: {}, awards: { 'advanced-unit': unit } };
const now = '2026-12-01T00:00:00.000Z';
const nobody: Round = { nominated: 0, undecided: 0, awarded: [], published: false };
const clean = { vetoes: [], rank: null };
const scene: NominationScene = {
  sheets,
  subjectKnown: true,
  nominatedBefore: false,
  standing: clean,
  round: nobody,
  now,
};
const nomination: Nomination = {
  code: 'advanced-unit',
  year: 2026,
  subject: { kind: 'UNIT', id: 'u1' },
  reason: '办理认真',
  documents: [],
};
const codeOf = (outcome: { accepted: boolean; code?: string }) =>
  outcome.accepted ? 'accepted' : outcome.code;

describe('a nomination (推荐)', () => {
  type Row = [
    why: string,
    code: string,
    what: Partial<Nomination>,
    role: Role,
    unitId: string | null,
    scene: Partial<NominationScene>,
  ];
  test.each<Row>([
    ['by the office', 'accepted', {}, 'DEPUTY_AFFAIRS_OFFICER', null, {}],
    ['by the unit itself', 'accepted', {}, 'UNIT_HEAD', 'u1', {}],
    ['by another unit', 'AWARD_OF_ANOTHER_UNIT', {}, 'UNIT_HEAD', 'u2', {}],
    ['by a role that is not named', 'AWARD_NOMINATOR_OTHER', {}, 'EVALUATOR', null, {}],
    ['for what there is not', 'AWARD_UNKNOWN', { code: 'toString' }, 'DEPUTY_AFFAIRS_OFFICER', null, {}],
    [
      'of a case for an award of units',
      'AWARD_SUBJECT_OTHER',
      { subject: { kind: 'PROPOSAL', id: 'c1' } },
      'DEPUTY_AFFAIRS_OFFICER',
      null,
      {},
    ],
    [
      'of nobody known',
      'AWARD_SUBJECT_NOT_FOUND',
      {},
      'DEPUTY_AFFAIRS_OFFICER',
      null,
      { subjectKnown: false },
    ],
    ['twice', 'AWARD_NOMINATED_BEFORE', {}, 'DEPUTY_AFFAIRS_OFFICER', null, { nominatedBefore: true }],
    [
      'after the publication',
      'AWARDS_PUBLISHED_BEFORE',
      {},
      'DEPUTY_AFFAIRS_OFFICER',
      null,
      { round: { ...nobody, published: true } },
    ],
    ['without a reason', 'TEXT_EMPTY', { reason: '' }, 'DEPUTY_AFFAIRS_OFFICER', null, {}],
  ])('%s', (_, code, what, role, unitId, more) => {
    const decision = decideNomination(
      'a1',
      { ...nomination, ...what },
      { role, unitId },
      { ...scene, ...more },
    );
    expect(codeOf(decision)).toBe(code);
  });

  test('of whom a veto keeps from it is refused, and the veto is named', () => {
    const standing = { vetoes: ['弄虚作假', '不满意一票否决'], rank: 1 };
    const who = { role: 'DEPUTY_AFFAIRS_OFFICER' as const, unitId: null };
    expect(decideNomination('a1', nomination, who, { ...scene, standing })).toEqual({
      accepted: false,
      code: 'AWARD_INELIGIBLE',
      params: { vetoes: '弄虚作假、不满意一票否决' },
    });
  });
});

describe('a decision (评定)', () => {
  const at = (rank: number | null) => ({ awardId: `a${rank}`, rank });
  const full: Round = { nominated: 3, undecided: 1, awarded: [at(1), at(2)], published: false };
  const decide = (
    more: Partial<DecisionScene>,
    role: Role = 'EVALUATOR',
    verdict: 'AWARDED' | 'DECLINED' = 'AWARDED',
  ) =>
    codeOf(
      decideOnAward('a1', { verdict, reason: '办理认真' }, role, {
        award: unit,
        decidedBefore: false,
        standing: clean,
        round: nobody,
        now,
        ...more,
      }),
    );

  test.each<[string, string, Partial<DecisionScene>]>([
    ['the first', 'accepted', {}],
    ['for the second time', 'AWARD_DECIDED_BEFORE', { decidedBefore: true }],
    ['over the quota', 'AWARD_QUOTA_FULL', { round: full }],
    [
      'where there is no quota',
      'accepted',
      { round: full, award: { name: unit.name, subject: 'UNIT', decidedBy: ['EVALUATOR'] } },
    ],
    [
      'an equal beyond the quota',
      'accepted',
      { round: full, award: { ...unit, tiesMayExceed: true }, standing: { vetoes: [], rank: 2 } },
    ],
    [
      'an equal where the rule does not say so',
      'AWARD_QUOTA_FULL',
      { round: full, standing: { vetoes: [], rank: 2 } },
    ],
    [
      'no equal',
      'AWARD_QUOTA_FULL',
      { round: full, award: { ...unit, tiesMayExceed: true }, standing: { vetoes: [], rank: 4 } },
    ],
    ['without a rank', 'AWARD_QUOTA_FULL', { round: full, award: { ...unit, tiesMayExceed: true } }],
    ['a veto since the nomination', 'AWARD_INELIGIBLE', { standing: { vetoes: ['弄虚作假'], rank: 1 } }],
  ])('%s', (_, code, more) => {
    expect(decide(more)).toBe(code);
  });

  test('by whom the sheet names; declining takes no place and needs no clean record', () => {
    expect(decide({}, 'DEPUTY_AFFAIRS_OFFICER')).toBe('AWARD_DECIDER_OTHER');
    expect(
      decide({ round: full, standing: { vetoes: ['弄虚作假'], rank: 1 } }, 'EVALUATOR', 'DECLINED'),
    ).toBe('accepted');
  });

  test.each<[string, string, Partial<Round>]>([
    ['with all decided', 'accepted', { undecided: 0 }],
    ['with one open', 'AWARDS_UNDECIDED', {}],
    ['with none given', 'AWARDS_NONE', { undecided: 0, awarded: [] }],
    ['twice', 'AWARDS_PUBLISHED_BEFORE', { undecided: 0, published: true }],
  ])('is published %s', (_, code, more) => {
    const round = { ...full, ...more };
    const of = { code: 'advanced-unit', year: 2026 };
    expect(codeOf(decidePublication(of, '公告1号', 'EVALUATOR', { award: unit, round, now }))).toBe(code);
  });
});

const SHEET = `version: "1"
sheets:
  units:
    name: { zh: 考核, en: sheet }
    subject: UNIT
    maximum: 10
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      work: { name: { zh: 工作, en: work }, weight: 10, measure: { kind: MANUAL }, mapping: { kind: LINEAR }, missing: ZERO }
awards:
`;

test.each<[string, string, string[]]>([
  ['no subject', '{ name: { zh: 奖, en: award } }', ['PART_MISSING awards.one 11:8']],
  [
    'a sheet that is not there',
    '{ name: { zh: 奖, en: award }, subject: UNIT, sheet: other }',
    ['UNKNOWN_NAME awards.one.sheet 11:60'],
  ],
  [
    'a sheet of others',
    '{ name: { zh: 奖, en: award }, subject: PROPOSAL, sheet: units }',
    ['UNKNOWN_NAME awards.one.sheet 11:64'],
  ],
  [
    'a public that nominates',
    '{ name: { zh: 奖, en: award }, subject: UNIT, nominatedBy: [PUBLIC] }',
    ['UNKNOWN_NAME awards.one.nominatedBy 11:66'],
  ],
  [
    'ties without a quota',
    '{ name: { zh: 奖, en: award }, subject: UNIT, sheet: units, tiesMayExceed: true }',
    ['PART_NOT_USED awards.one.tiesMayExceed 11:82'],
  ],
  [
    'more than can be counted',
    '{ name: { zh: 奖, en: award }, subject: UNIT, quota: 1001 }',
    ['SCHEMA 11:60'],
  ],
])('an award with %s is refused where it says so', (_, award, told) => {
  expect(problemsIn(`${SHEET}  one: ${award}\n`)).toEqual(told);
});
