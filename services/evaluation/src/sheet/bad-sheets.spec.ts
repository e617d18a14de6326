import { describe, expect, test } from '@jest/globals';
import { problemsIn } from '../testing/scoring.kit.js';

const HEAD = `version: "1"
sheets:
  units:
    name: { zh: 考核, en: sheet }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
`;
const indicator = (code: string, weight: string, more: readonly string[] = []): string =>
  [
    `      ${code}:`,
    '        name: { zh: 指标, en: indicator }',
    `        weight: ${weight}`,
    '        measure: { kind: SHARE, that: item.onTime }',
    '        mapping: { kind: LINEAR }',
    '        missing: ZERO',
    ...more.map((line) => `        ${line}`),
    '',
  ].join('\n');
const FINE = `${HEAD}    indicators:\n${indicator('onTime', '60')}${indicator('other', '40')}`;
const at = (path: string) => `sheets.units.${path}`;
const swap = (from: string, to: string): string => FINE.replace(from, to);

/** 9 is the line of the first indicator's code. */
describe('a sheet that is not right', () => {
  test('one that is right has no problem', () => {
    expect(problemsIn(FINE)).toEqual([]);
  });

  test.each<[string, text: string, problems: readonly string[]]>([
    ['weighs to 101', swap('weight: 60', 'weight: 61'), [`WEIGHTS_NOT_MAXIMUM ${at('maximum')} 6:14`]],
    [
      'has a weight of null',
      swap('weight: 60', 'weight: null'),
      [`WEIGHT_MISSING ${at('indicators.onTime.weight')} 11:17`],
    ],
    [
      'has no weight',
      swap('        weight: 60\n', ''),
      [`WEIGHT_MISSING ${at('indicators.onTime.weight')} 10:9`],
    ],
    [
      'asks for an unknown fact',
      swap('item.onTime', 'item.onTyme'),
      [`UNKNOWN_FACT ${at('indicators.onTime.measure.that')} 12:44`],
    ],
    [
      'asks for an unknown group of facts',
      swap('item.onTime', 'items.onTime'),
      [`UNKNOWN_FACT ${at('indicators.onTime.measure.that')} 12:39`],
    ],
    [
      'compares with a value that never is',
      swap('item.onTime', 'item.resultFinal == "CONTENT"'),
      [`WRONG_EXPRESSION ${at('indicators.onTime.measure.that')} 12:59`],
    ],
    [
      'divides by zero in an expression',
      swap('item.onTime', 'item.contacts / 0 > 1'),
      [`DIVIDES_BY_ZERO ${at('indicators.onTime.measure.that')} 12:55`],
    ],
    [
      'divides by zero between from and to',
      swap('mapping: { kind: LINEAR }', 'mapping: { kind: LINEAR, from: 90, to: 90 }'),
      [`DIVIDES_BY_ZERO ${at('indicators.onTime.mapping.to')} 13:48`],
    ],
    [
      'divides by a full value of zero',
      swap('measure: { kind: SHARE, that: item.onTime }', 'measure: { kind: MANUAL, full: 0 }'),
      [`DIVIDES_BY_ZERO ${at('indicators.onTime.measure.full')} 12:40`],
    ],
    [
      'refers to itself',
      `${FINE}    derived:\n      one: { value: derived.two }\n      two: { value: derived.one }\n`,
      [
        `REFERS_TO_ITSELF ${at('derived.one.value')} 22:21`,
        `REFERS_TO_ITSELF ${at('derived.two.value')} 23:21`,
      ],
    ],
    [
      'takes a share for a number',
      swap('that: item.onTime', 'that: item.contacts'),
      [`WRONG_EXPRESSION ${at('indicators.onTime.measure.that')} 12:39`],
    ],
    [
      'measures nothing',
      swap(', that: item.onTime', ''),
      [`PART_MISSING ${at('indicators.onTime.measure')} 12:18`],
    ],
    [
      'says what is not used',
      swap('that: item.onTime', 'that: item.onTime, full: 3'),
      [`PART_NOT_USED ${at('indicators.onTime.measure.full')} 12:58`],
    ],
    [
      'deducts by the case from a share',
      swap('{ kind: LINEAR }', '{ kind: COUNT_DEDUCTION, per: 1 }'),
      [`PART_NOT_USED ${at('indicators.onTime.mapping.kind')} 13:26`],
    ],
    [
      'rewards less with more',
      swap(
        '{ kind: LINEAR }',
        '{ kind: STEP, steps: [{ atLeast: 90, points: 5 }, { atLeast: 80, points: 9 }] }',
      ),
      [`STEPS_NOT_FALLING ${at('indicators.onTime.mapping.steps.1')} 13:68`],
    ],
    [
      'names a metric that does not exist',
      swap('kind: SHARE, that: item.onTime', 'kind: METRIC, metric: HAPPINESS'),
      [`UNKNOWN_NAME ${at('indicators.onTime.measure.metric')} 12:42`],
    ],
    ['has an odd number', swap('weight: 60', 'weight: 6e1'), []],
    [
      'has too many digits',
      swap('weight: 60', 'weight: "60.123456789"'),
      [`NOT_A_DECIMAL ${at('indicators.onTime.weight')} 11:17`],
    ],
    [
      'weighs less than nothing',
      swap('weight: 60', 'weight: -60'),
      [
        `WEIGHTS_NOT_MAXIMUM ${at('maximum')} 6:14`,
        `NUMBER_OUT_OF_RANGE ${at('indicators.onTime.weight')} 11:17`,
      ],
    ],
    [
      'has two adjustments at one place',
      `${FINE}    adjustments:
      a: { name: { zh: 甲, en: a }, kind: BONUS, order: 1, flag: x, per: 1 }
      b: { name: { zh: 乙, en: b }, kind: DEDUCTION, order: 1, flag: y, per: 1 }
`,
      [`ORDER_NOT_UNIQUE ${at('adjustments.b.order')} 23:60`],
    ],
    [
      'caps a grade that does not exist',
      `${FINE}    vetoes:
      v: { name: { zh: 否决, en: v }, that: item.overdue, scope: UNIT, effect: GRADE_CAP, grade: fine, period: YEAR }
`,
      [`UNKNOWN_NAME ${at('vetoes.v.grade')} 22:96`],
    ],
    [
      'has an example that comes to something else',
      `${FINE}    examples:
      - { name: 空, cases: [{}], score: 100 }
`,
      [`EXAMPLE_DIFFERS ${at('examples.0.score')} 22:40`],
    ],
    ['says what the schema does not know', swap('missing: ZERO', 'missing: HALF'), ['SCHEMA 14:18']],
    ['lacks its indicators', HEAD, ['PART_MISSING sheets.units 4:5']],
  ])('%s', (_, text, problems) => {
    expect(problemsIn(text).sort()).toEqual([...problems].sort());
  });
});

describe('what a level above has locked', () => {
  const base = `${FINE}locks: [sheets.units.indicators.onTime]\n`;
  const below = (said: string): string =>
    `version: "1"\nsheets:\n  units:\n    indicators:\n      onTime: ${said}\n`;

  test.each<[string, text: string, problems: readonly string[]]>([
    ['may be said again', below('{ weight: 60 }'), []],
    [
      'may not be changed',
      below('{ weight: 50 }'),
      [`LOCKED ${at('indicators.onTime')} 5:15`, `WEIGHTS_NOT_MAXIMUM ${at('maximum')} 6:14`],
    ],
    [
      'may not be taken away',
      below('null'),
      [`LOCKED ${at('indicators.onTime')} 5:15`, `WEIGHTS_NOT_MAXIMUM ${at('maximum')} 6:14`],
    ],
    [
      'leaves the rest free',
      'version: "1"\nsheets: { units: { indicators: { other: { missing: FULL } } } }\n',
      [],
    ],
  ])('%s', (_, text, problems) => {
    expect(problemsIn(base, text).sort()).toEqual([...problems].sort());
  });
});
