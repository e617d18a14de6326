import type { Role } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import type { KeptEvidence } from '../evidence/evidence.store.js';
import type { Sheets } from '../sheet/sheet.js';
import { sheetIn } from '../testing/scoring.kit.js';
import { type AssessmentWish, decideAssessment, type Grader } from './assessment.js';
import { decideObjection, decideRuling, lastDayToObject, type Ruling } from './objection.js';

const sheet = sheetIn(`version: "1"
sheets:
  one:
    name: { zh: 考核, en: sheet }
    subject: UNIT
    maximum: 20
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      work:
        name: { zh: 基础工作, en: basic work }
        weight: 10
        measure:
          kind: MANUAL
          assessment:
            by: { SELF: { weight: 1 }, PEER: { weight: 1, roles: [UNIT_HANDLER] }, PARTICIPANTS: { weight: 1 }, ORGANISER: { weight: 1 } }
            window: { from: "12-20", days: 20 }
            objectionDays: 5
            decidedBy: [EVALUATOR]
        mapping: { kind: LINEAR }
        missing: ZERO
      plain:
        name: { zh: 档案, en: archives }
        weight: 10
        measure: { kind: MANUAL }
        mapping: { kind: LINEAR }
        missing: ZERO
`);
const sheets: Sheets = { version: '1', sheets: { one: sheet } };
const wish: AssessmentWish = {
  as: 'PARTICIPANTS',
  code: 'work',
  year: 2026,
  subject: { kind: 'UNIT', id: 'u1' },
  caseId: null,
  value: '80',
  documents: [],
  note: null,
};
const codeOf = (outcome: { accepted: boolean; code?: string }) =>
  outcome.accepted ? 'accepted' : outcome.code;
const somebody = (role: Role, unitId: string | null = null): Grader => ({ role, unitId, accountId: 'a1' });

const given = (input: Partial<AssessmentWish>, grader: Grader, more: object = {}) =>
  codeOf(
    decideAssessment(
      'r1',
      { ...wish, ...input },
      {
        sheets,
        subjectKnown: true,
        caseKnown: true,
        now: '2026-12-25T00:00:00.000Z',
        givenBefore: false,
        gradedUnit: 'u1',
        grader,
        ...more,
      },
    ),
  );

describe('who may grade (自评、互评、参与者评、主办方评)', () => {
  test.each<[string, Partial<AssessmentWish>, Grader, string]>([
    ['the head, of the own unit', { as: 'SELF' }, somebody('UNIT_HEAD', 'u1'), 'accepted'],
    [
      'the head, of another unit as itself',
      { as: 'SELF' },
      somebody('UNIT_HEAD', 'u2'),
      'ASSESSMENT_OF_OTHERS',
    ],
    [
      'a handler, of the own unit: heads alone by default',
      { as: 'SELF' },
      somebody('UNIT_HANDLER', 'u1'),
      'ASSESSOR_ROLE_NOT_ASKED',
    ],
    [
      'a handler of another unit, whom the sheet names',
      { as: 'PEER' },
      somebody('UNIT_HANDLER', 'u2'),
      'accepted',
    ],
    [
      'the head of another unit, whom it does not',
      { as: 'PEER' },
      somebody('UNIT_HEAD', 'u2'),
      'ASSESSOR_ROLE_NOT_ASKED',
    ],
    [
      'a handler, of the own unit as a peer',
      { as: 'PEER' },
      somebody('UNIT_HANDLER', 'u1'),
      'ASSESSMENT_OF_ONESELF',
    ],
    ['a deputy', {}, somebody('DEPUTY'), 'accepted'],
    ['a deputy as the organiser', { as: 'ORGANISER' }, somebody('DEPUTY'), 'ASSESSOR_ROLE_NOT_ASKED'],
    ['the evaluator', { as: 'ORGANISER' }, somebody('EVALUATOR'), 'accepted'],
    [
      'the evaluator, where nobody else is asked',
      { as: 'ORGANISER', code: 'plain' },
      somebody('EVALUATOR'),
      'accepted',
    ],
    [
      'the unit itself, where nobody asks it',
      { as: 'SELF', code: 'plain' },
      somebody('UNIT_HEAD', 'u1'),
      'ASSESSOR_NOT_ASKED',
    ],
    ['something that is not graded', { code: 'weather' }, somebody('DEPUTY'), 'EVIDENCE_CODE_UNKNOWN'],
    ['more than full', { value: '100.5' }, somebody('DEPUTY'), 'EVIDENCE_VALUE_OUT_OF_RANGE'],
  ])('%s', (_, input, grader, expected) => {
    expect(given(input, grader)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['the day before', '2026-12-19T15:59:59.000Z', 'ASSESSMENT_WINDOW_CLOSED'],
    ['the first moment in Shanghai', '2026-12-19T16:00:00.000Z', 'accepted'],
    ['the last day, in the new year', '2027-01-08T15:59:59.000Z', 'accepted'],
    ['the day after', '2027-01-08T16:00:00.000Z', 'ASSESSMENT_WINDOW_CLOSED'],
  ])('the window: %s', (_, now, expected) => {
    expect(given({}, somebody('DEPUTY'), { now })).toBe(expected);
  });

  test('once', () => {
    expect(given({}, somebody('DEPUTY'), { givenBefore: true })).toBe('ASSESSMENT_GIVEN_BEFORE');
  });
});

const record: KeptEvidence = {
  ...wish,
  source: 'MANUAL',
  recordId: 'r1',
  replaces: null,
  reason: null,
  given: { assessor: 'PARTICIPANTS', id: 'a1' },
  at: '2026-12-25T00:00:00.000Z',
  recordedAt: '2026-12-25T00:00:00.000Z',
  recordedBy: 'a1',
  replaced: false,
  decided: false,
  objection: null,
};
const objected: KeptEvidence = {
  ...record,
  objection: {
    objectionId: 'o1',
    reason: '不实',
    documents: [],
    at: record.at,
    verdict: null,
    verdictReason: null,
    decidedAt: null,
  },
};
const decided: KeptEvidence = {
  ...objected,
  objection: objected.objection && { ...objected.objection, verdict: 'REJECTED' },
};

describe('an objection (申诉)', () => {
  const object = (kept: Partial<KeptEvidence>, now = '2026-12-30T15:59:59.000Z', reason = '不实') =>
    codeOf(decideObjection('o1', { ...record, ...kept }, { reason, documents: [] }, { sheets, now }));

  test.each<[string, Partial<KeptEvidence>, string]>([
    ['on the last of five days', {}, 'accepted'],
    ['to what has been corrected', { replaced: true }, 'EVIDENCE_ALREADY_CORRECTED'],
    ['for the second time', objected, 'OBJECTION_MADE_BEFORE'],
    ['to what was decided', { decided: true }, 'OBJECTION_MADE_BEFORE'],
    ['where the sheet foresees none', { code: 'plain' }, 'OBJECTION_NOT_FORESEEN'],
    ['to a rating from a survey', { source: 'SURVEY' }, 'OBJECTION_NOT_FORESEEN'],
  ])('%s', (_, kept, expected) => {
    expect(object(kept)).toBe(expected);
  });

  test('a day too late, or without a reason', () => {
    expect(object({}, '2026-12-30T16:00:00.000Z')).toBe('OBJECTION_PERIOD_OVER');
    expect(object({}, undefined, '')).toBe('TEXT_EMPTY');
    expect(lastDayToObject(record, sheets)).toBe('2026-12-30');
  });
});

describe('its decision (裁定)', () => {
  const upheld: Ruling = { verdict: 'UPHELD', reason: '属实', value: '90', documents: [] };
  const rule = (ruling: Partial<Ruling>, kept = objected, judge: Role = 'EVALUATOR', accountId = 'a2') =>
    decideRuling(
      'r2',
      kept,
      { ...upheld, ...ruling },
      { role: judge, accountId },
      { sheets, now: record.at },
    );

  test('upheld, another record by the same assessor takes its place', () => {
    const { given: by } = record;
    const payload = { recordId: 'r2', replaces: 'r1', value: '90', reason: '属实', given: by };
    expect(rule({})).toMatchObject({
      accepted: true,
      value: { ruling: { payload: { replacedBy: 'r2' } }, replacement: { payload } },
    });
  });

  test('rejected, nothing takes its place', () => {
    expect(rule({ verdict: 'REJECTED', value: null })).toMatchObject({ value: { replacement: null } });
  });

  type Row = [
    why: string,
    code: string,
    ruling: Partial<Ruling>,
    kept: KeptEvidence,
    judge: Role,
    account: string,
  ];
  const other = ['EVALUATOR', 'a2'] as const;
  test.each<Row>([
    ['upheld without another value', 'OBJECTION_VALUE_WRONG', { value: null }, objected, ...other],
    ['rejected with one', 'OBJECTION_VALUE_WRONG', { verdict: 'REJECTED' }, objected, ...other],
    ['upheld with the same', 'EVIDENCE_UNCHANGED', { value: '80.0' }, objected, ...other],
    ['above what is full', 'EVIDENCE_VALUE_OUT_OF_RANGE', { value: '101' }, objected, ...other],
    ['without a reason', 'TEXT_EMPTY', { reason: '' }, objected, ...other],
    ['for the second time', 'OBJECTION_DECIDED_BEFORE', {}, decided, ...other],
    ['where nobody objected', 'OBJECTION_DECIDED_BEFORE', {}, record, ...other],
    [
      'by a role that the sheet does not name',
      'OBJECTION_DECIDER_OTHER',
      {},
      objected,
      'GOV_HANDOVER_OFFICER',
      'a2',
    ],
    ['by whoever gave the grade', 'OBJECTION_TO_OWN_GRADE', {}, objected, 'EVALUATOR', 'a1'],
  ])('%s', (_, expected, ruling, kept, role, account) => {
    expect(codeOf(rule(ruling, kept, role, account))).toBe(expected);
  });
});
