import { describe, expect, test } from '@jest/globals';
import { fileOf, problemsIn } from '../testing/scoring.kit.js';

const BASE = fileOf('base/scoring.yaml');
const HEAD = 'version: "1"\nreports:\n  year:\n    blocks:\n';
const own = (line: string): string => `${HEAD}      extra: ${line}\n`;
const problems = (line: string) =>
  problemsIn(BASE, own(line)).map((told) => told.replace('reports.year.blocks.', ''));
const FIGURE = 'figures: { done: { metric: COMPLETION_RATE } }';
const EN = 'en: "{done.share}"';

describe('a report that is not right', () => {
  test('the base is right, and a block may be added', () => {
    expect(problemsIn(BASE)).toEqual([]);
    expect(problems(`{ order: 1, ${FIGURE}, text: { zh: "办结率{done.share}", ${EN} } }`)).toEqual([]);
  });

  /** Faults as `CODE path` and the words of the line that they point at. */
  test.each<[string, string, readonly (readonly [fault: string, at: string])[]]>([
    [
      'names an unknown metric',
      `{ order: 1, figures: { done: { metric: HAPPINESS } }, text: { zh: "{done.count}", en: "{done.count}" } }`,
      [['UNKNOWN_NAME extra.figures.done.metric', 'HAPPINESS']],
    ],
    [
      'asks for a figure it has not',
      `{ order: 1, ${FIGURE}, text: { zh: "办结率{don.share}、{done.share}", ${EN} } }`,
      [['UNKNOWN_NAME extra.text.zh', '{don.share}']],
    ],
    [
      'asks for a share of a plain number',
      `{ order: 1, figures: { got: { metric: RECEIVED } }, text: { zh: "甲{got.share}", en: "is {got.share}" } }`,
      [
        ['UNKNOWN_NAME extra.text.zh', '{got.share}'],
        ['UNKNOWN_NAME extra.text.en', '{got.share}" } }'],
      ],
    ],
    [
      'holds a number of its own',
      `{ order: 1, ${FIGURE}, text: { zh: "办结率100%,{done.share}", ${EN} } }`,
      [['WRONG_TEMPLATE extra.text.zh', '100%']],
    ],
    [
      'leaves a brace open',
      `{ order: 1, ${FIGURE}, text: { zh: "{done.share}办结率{done", ${EN} } }`,
      [['WRONG_TEMPLATE extra.text.zh', '{done",']],
    ],
    [
      'says in English what it does not say in Chinese',
      `{ order: 1, ${FIGURE}, text: { zh: "办结率", ${EN} } }`,
      [['WRONG_TEMPLATE extra.text', '{ zh']],
    ],
    [
      'stands where another stands',
      `{ order: 10, ${FIGURE}, text: { zh: "{done.share}", ${EN} } }`,
      [['ORDER_NOT_UNIQUE extra.order', '10,']],
    ],
    [
      'asks an axis of what has none',
      `{ order: 1, figures: { done: { metric: COMPLETION_RATE, axis: RESULT } }, text: { zh: "{done.share}", ${EN} } }`,
      [['PART_NOT_USED extra.figures.done.axis', 'RESULT']],
    ],
    ['has no text', `{ order: 1, ${FIGURE} }`, [['PART_MISSING extra', '{ order']]],
  ])('one that %s', (_name, line, told) => {
    const written = `      extra: ${line}`;
    const expected = told.map(([fault, at]) => `${fault} 5:${written.indexOf(at) + 1}`);
    expect(problems(line)).toEqual(expected);
  });

  test('one that does not fit the schema', () => {
    expect(problems('{ order: 1, words: 2 }')).toEqual(['SCHEMA 5:26']);
  });

  test('a phrase asks for what a comparison has', () => {
    const text = `version: "1"\nreports: { year: { phrases: { more: { zh: "多{points}", en: "{rate} more" } } } }\n`;
    expect(problemsIn(BASE, text)).toEqual([
      expect.stringMatching(/^UNKNOWN_NAME reports\.year\.phrases\.more\.zh 2:/),
    ]);
  });

  test('a level above can lock a sentence', () => {
    const locking = 'version: "1"\nlocks: [reports.year.blocks.closed]\n';
    const below = `${HEAD}      closed: { text: { zh: "办结率{closed.share}。", en: "{closed.share}." } }\n`;
    expect(problemsIn(BASE, locking, below)).toEqual([
      expect.stringMatching(/^LOCKED reports\.year\.blocks\.closed 5:/),
    ]);
  });
});
