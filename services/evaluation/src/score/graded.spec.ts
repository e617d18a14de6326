import { describe, expect, test } from '@jest/globals';
import { evidenceOf, fromTheLeaves, lineOf, problemsIn, scored, sheetIn } from '../testing/scoring.kit.js';

const sheetWith = (assessment: string) => `version: "1"
sheets:
  one:
    name: { zh: 考核, en: sheet }
    subject: UNIT
    maximum: 10
    rounding: { mode: TRUNCATE, digits: 2 }
    indicators:
      work:
        name: { zh: 基础工作, en: basic work }
        weight: 10
        measure: { kind: MANUAL, full: 100, assessment: ${assessment} }
        mapping: { kind: LINEAR }
        missing: ZERO
`;
const WEIGHTS = { SELF: 10, PEER: 20, PARTICIPANTS: 30, ORGANISER: 40 };
const FOUR = `{ by: { ${Object.entries(WEIGHTS).map(([who, weight]) => `${who}: { weight: ${weight} }`)} } }`;
const four = sheetIn(sheetWith(FOUR));

type Given = readonly (readonly [
  assessor: 'SELF' | 'PEER' | 'PARTICIPANTS' | 'ORGANISER' | null,
  value: string,
])[];
const score = (given: Given, caseId: string | null = null, sheet = four) => {
  const evidence = given.map(([assessor, value]) =>
    evidenceOf('MANUAL', 'work', value, { assessor, caseId }),
  );
  return scored(sheet, [], { subjects: ['u1'], evidence })[0];
};

describe('grades of several kinds of assessors (自评、互评、参与者评、主办方评)', () => {
  test.each<[string, Given, string]>([
    [
      'each kind by its weight',
      [
        ['SELF', '100'],
        ['PEER', '80'],
        ['PARTICIPANTS', '70'],
        ['ORGANISER', '90'],
      ],
      '8.3',
    ],
    [
      'several of a kind by their mean',
      [
        ['SELF', '90'],
        ['PEER', '60'],
        ['PEER', '90'],
        ['PEER', '90'],
      ],
      '8.33',
    ],
    [
      'who gave nothing leaves the weight to the others',
      [
        ['SELF', '60'],
        ['ORGANISER', '90'],
      ],
      '8.4',
    ],
    [
      'what an office recorded is the organiser’s',
      [
        [null, '90'],
        ['ORGANISER', '80'],
      ],
      '8.5',
    ],
    [
      'three alike come out even',
      [
        ['PEER', '90'],
        ['PEER', '90'],
        ['PEER', '90'],
        ['SELF', '90'],
      ],
      '9',
    ],
    ['none at all', [], '0'],
  ])('%s', (_, given, total) => {
    expect(score(given)?.total).toBe(total);
  });

  test('what was lost is told by record, and adds up to the last digit', () => {
    const told = score([
      ['SELF', '100'],
      ['PEER', '60'],
      ['PEER', '90'],
      ['PARTICIPANTS', '70'],
      ['ORGANISER', '85'],
    ]);
    const { costs, points } = lineOf(told, 'work');
    expect(points).toBe('8');
    expect(costs.map(({ reason }) => reason)).toEqual(Array(4).fill('BELOW_FULL'));
    expect(new Set(costs.map(({ recordId }) => recordId)).size).toBe(4);
    expect(told && fromTheLeaves(told)).toBe(told?.total);
  });

  test('each case is one, whoever graded it', () => {
    const evidence = [
      evidenceOf('MANUAL', 'work', '100', { assessor: 'SELF', caseId: 'a' }),
      evidenceOf('MANUAL', 'work', '50', { assessor: 'ORGANISER', caseId: 'a' }),
      evidenceOf('MANUAL', 'work', '80', { assessor: 'PEER', caseId: 'b' }),
    ];
    const [told] = scored(four, [], { subjects: ['u1'], evidence });
    expect(told?.total).toBe('7');
    expect(told && lineOf(told, 'work').cases).toBe(2);
  });

  test('an assessor that the sheet does not ask counts for nothing', () => {
    const alone = sheetIn(sheetWith('{ by: { ORGANISER: { weight: 1 } } }'));
    expect(
      score(
        [
          ['SELF', '100'],
          ['ORGANISER', '70'],
        ],
        null,
        alone,
      )?.total,
    ).toBe('7');
  });

  test('without a word about assessors, every grade about the unit stands for itself', () => {
    const plain = sheetIn(sheetWith('{ objectionDays: 5 }'));
    expect(
      score(
        [
          [null, '90'],
          [null, '80'],
        ],
        null,
        plain,
      )?.total,
    ).toBe('8.5');
  });
});

test.each<[string, string, string[]]>([
  ['nobody grades', '{ by: {} }', ['PART_MISSING sheets.one.indicators.work.measure.assessment.by 12:63']],
  ['no weight', '{ by: { SELF: {} } }', ['SCHEMA 12:71']],
  [
    'a weight of nothing',
    '{ by: { SELF: { weight: 0 } } }',
    ['NUMBER_OUT_OF_RANGE sheets.one.indicators.work.measure.assessment.by.SELF.weight 12:81'],
  ],
  [
    'a deputy as the unit',
    '{ by: { SELF: { weight: 1, roles: [DEPUTY] } } }',
    ['UNKNOWN_NAME sheets.one.indicators.work.measure.assessment.by.SELF 12:71'],
  ],
  [
    'the unit decides on its objection',
    '{ objectionDays: 5, decidedBy: [UNIT_HEAD] }',
    ['UNKNOWN_NAME sheets.one.indicators.work.measure.assessment.decidedBy 12:88'],
  ],
  [
    'a day that not every year has',
    '{ window: { from: "02-29", days: 3 } }',
    ['NUMBER_OUT_OF_RANGE sheets.one.indicators.work.measure.assessment.window.from 12:75'],
  ],
])('a sheet in which %s is refused where it says so', (_, assessment, told) => {
  expect(problemsIn(sheetWith(assessment))).toEqual(told);
});
