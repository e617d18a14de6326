import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { buildEvaluationSubgraph } from '../subgraph.js';
import { problemsIn, ROOT } from '../testing/scoring.kit.js';

const PAGE = readFileSync(join(ROOT, 'docs/A-SCORE-SHEET.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');

test.each(blocks('yaml').map((text, index) => [index + 1, text] as const))(
  'sheet %s of docs/A-SCORE-SHEET.md has no problem and comes to what its examples say',
  (_, text) => {
    expect(problemsIn(text)).toEqual([]);
    expect(text).toContain('examples:');
  },
);

test('a wrong example on the page would be found', () => {
  const [first = ''] = blocks('yaml');
  expect(problemsIn(first.replace('score: 90', 'score: 91'))).toEqual([
    expect.stringMatching(/^EXAMPLE_DIFFERS sheets\.units\.examples\.0\.score/),
  ]);
});

/** A field with its selection, up to the brace that closes it. */
function balanced(text: string, field: string): string {
  const from = text.indexOf(field);
  let depth = 0;
  for (let at = text.indexOf('{', from); at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(from, at + 1);
  }
  return '';
}

test('what the page asks of a sheet is in the graph', () => {
  const { schema } = buildEvaluationSubgraph();
  // The name of a unit is another service's.
  const asked = balanced(blocks('graphql')[0] ?? '', 'scoreSheets').replace('unit { name }', 'unit { id }');
  const document = parse(
    `query Q($text: String!) { _entities(representations: []) { ... on Locality { ${asked} } } }`,
  );
  expect(asked).toContain('whatIf');
  expect(validate(schema, document)).toEqual([]);
});

test('how the page changes sheets is in the graph', () => {
  const mutations = blocks('graphql').find((text) => text.includes('approveScoreSheets')) ?? '';
  expect(mutations).toContain('checkScoreSheets');
  expect(validate(buildEvaluationSubgraph().schema, parse(mutations))).toEqual([]);
});
