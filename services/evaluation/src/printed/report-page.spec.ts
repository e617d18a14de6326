import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { blocksOf } from '../report/report.js';
import { standardsOf } from '../sheet/scoring-files.file.js';
import { buildEvaluationSubgraph } from '../subgraph.js';
import { keyItems, many, ONE_DIGIT, rowsAsOf } from '../testing/published-years.js';
import { recounted } from '../testing/recounted.js';
import { reportIn } from '../testing/report.kit.js';
import { fileOf, problemsIn, ROOT } from '../testing/scoring.kit.js';
import { checkedFigures } from './check-text.js';
import { readClaims } from './read-claims.js';

const PAGE = readFileSync(join(ROOT, 'docs/A-REPORT.md'), 'utf8');
const written = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');

const received = (year: number, count: number, start: number) =>
  many(count, (file) => file.submitted(`${year}-01-10`).docketed(`${year}-01-15`), start);
const ROWS = rowsAsOf([
  ...received(2019, 248, 1),
  ...keyItems(2019, 11, 500),
  ...received(2020, 223, 1000),
  ...keyItems(2020, 21, 2000),
]);

describe('docs/A-REPORT.md', () => {
  test('its report stands on the base and words what it says', () => {
    const [text = ''] = written('yaml');
    const report = reportIn(text);
    expect(blocksOf(report).map(([code]) => code)).toEqual(expect.arrayContaining(['inSession', 'closed']));
    const blocks = recounted(ROWS).report(report, { year: 2020 });
    const words = (code: string) => blocks.find((block) => block.code === code)?.text?.zh;
    expect([words('key'), words('inSession'), words('contact')]).toEqual([
      '重点督办建议达21件，较上年增长90%。',
      '大会期间交办21件。',
      undefined,
    ]);
  });

  test('its other rules for signs stand on the base', () => {
    const [, text = ''] = written('yaml');
    expect(text).toContain('signs:');
    expect(problemsIn(fileOf('base/scoring.yaml'), text)).toEqual([]);
    const { signs } = standardsOf(join(ROOT, 'localities'));
    const told = [...PAGE.matchAll(/^\| (\w+) \| (?:\d|letters|a class)/gm)].map(([, code]) => code);
    expect(told).toEqual(Object.keys(signs));
  });

  const rows = [...PAGE.matchAll(/^\| ([^|`]+) \| `([A-Z_]+)` \| (.+) \|$/gm)].map(
    ([, text, verdict, why]) => [text, verdict, why] as const,
  );

  test.each(rows)('%s: %s', (text, verdict, why) => {
    const claims = readClaims(text ?? '', 2020);
    const figures = checkedFigures(claims, recounted(ROWS).records({ year: 2020 }), ONE_DIGIT);
    const last = figures.at(-1);
    expect(last?.verdict).toBe(verdict);
    for (const named of why?.match(/\d+(?:\.\d+)?%|TRUNCATE/g) ?? [])
      expect(JSON.stringify(last)).toContain(named);
  });

  test('the table has every verdict', () => {
    expect(new Set(rows.map(([, verdict]) => verdict)).size).toBe(4);
  });

  test.each(written('graphql'))('what it asks is in the graph', (text) => {
    const { schema } = buildEvaluationSubgraph();
    const [, variables = '', asked = ''] =
      /^query \w+(\(.*?\))? \{\s*viewer \{ locality \{([\s\S]*)\} \}\s*\}\s*$/.exec(text) ?? [];
    const document = parse(
      `query Q${variables} { _entities(representations: []) { ... on Locality { ${asked} } } }`,
    );
    expect(asked).not.toBe('');
    expect(validate(schema, document)).toEqual([]);
  });
});
