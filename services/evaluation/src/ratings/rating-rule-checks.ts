import type { RatingRules } from './rating-rules.js';

type Problem = {
  readonly code: 'PART_MISSING' | 'NUMBER_OUT_OF_RANGE';
  readonly path: readonly string[];
  readonly zh: string;
  readonly en: string;
};

const missing = (path: readonly string[], key: string): Problem => ({
  code: 'PART_MISSING',
  path,
  zh: `缺少“${key}”。`,
  en: `"${key}" is missing.`,
});

/** What is wrong with merged rules of ratings whose layers each fit the schema; `path` begins with `ratings`. */
export function problemsOfRatings(rules: RatingRules): Problem[] {
  const needed = (['axes', 'levels', 'satisfied'] as const).filter((key) => rules[key] === undefined);
  if (needed.length > 0) return needed.map((key) => missing(['ratings'], key));
  return [...ofSources(rules), ...ofLevels(rules), ...ofAxes(rules)];
}

const ofSources = ({ sources = {} }: RatingRules): Problem[] =>
  Object.entries(sources).flatMap(([name, rule]) =>
    rule.enteredBy ? [] : [missing(['ratings', 'sources', name], 'enteredBy')],
  );

const ofLevels = ({ levels }: RatingRules): Problem[] =>
  Object.entries(levels).flatMap(([name, rule]) =>
    (['label', 'canonical'] as const)
      .filter((key) => rule[key] === undefined)
      .map((key) => missing(['ratings', 'levels', name], key)),
  );

const ofAxes = ({ ownAxes = {} }: RatingRules): Problem[] =>
  Object.entries(ownAxes).flatMap(([name, { label, points }]) => {
    const path = ['ratings', 'ownAxes', name];
    if (!label) return [missing(path, 'label')];
    const falls =
      !points || (points.max >= points.satisfiedFrom && points.satisfiedFrom >= points.basicallyFrom);
    const zh = '须 max ≥ satisfiedFrom ≥ basicallyFrom。';
    const en = 'max may not be below satisfiedFrom, nor that below basicallyFrom.';
    return falls ? [] : [{ code: 'NUMBER_OUT_OF_RANGE', path: [...path, 'points'], zh, en }];
  });
