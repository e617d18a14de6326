import { expect, test } from '@jest/globals';
import { problemsOfRatings } from './rating-rule-checks.js';
import { DEFAULT_RATING_RULES } from './rating-rules.js';

const told = (change: object) =>
  problemsOfRatings({ ...DEFAULT_RATING_RULES, ...change }).map(
    ({ code, path, en }) => `${code} ${path.join('.')}: ${en}`,
  );
const label = { zh: '效果', en: 'effect' };
const points = { max: 50, satisfiedFrom: 45, basicallyFrom: 30 };

test.each<[string, object, readonly string[]]>([
  ['the base', {}, []],
  ['no levels', { levels: undefined }, ['PART_MISSING ratings: "levels" is missing.']],
  [
    'a source that nobody enters',
    { sources: { VERIFICATION: {} } },
    ['PART_MISSING ratings.sources.VERIFICATION: "enteredBy" is missing.'],
  ],
  [
    'a level that means nothing',
    { levels: { GOOD: { label } } },
    ['PART_MISSING ratings.levels.GOOD: "canonical" is missing.'],
  ],
  [
    'an axis without a name',
    { ownAxes: { effect: {} } },
    ['PART_MISSING ratings.ownAxes.effect: "label" is missing.'],
  ],
  ['an axis in points', { ownAxes: { effect: { label, points } } }, []],
  [
    'points that rise the wrong way',
    { ownAxes: { effect: { label, points: { ...points, basicallyFrom: 46 } } } },
    [
      'NUMBER_OUT_OF_RANGE ratings.ownAxes.effect.points: max may not be below satisfiedFrom, nor that below basicallyFrom.',
    ],
  ],
])('%s', (_, change, problems) => {
  expect(told(change)).toEqual(problems);
});
