import { judgeMechanisms } from '@duban/ops/mechanisms/judge-mechanisms';
import { printMechanisms } from '@duban/ops/mechanisms/print-mechanisms';
import { readMechanisms } from '@duban/ops/mechanisms/read-mechanisms';
import { titlesIn } from '@duban/ops/mechanisms/shown';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type PlantedTree, plantTree, repository } from './planted-tree.js';

const list = `sections:
  QH: {zh: 云梦, en: Yunmeng, source: "000"}
mechanisms:
  QH-01: {zh: 五个环节, en: five steps, concerns: P}
  QH-02: {zh: 得分, en: scores, concerns: E, waits: true}
  QH-03: {zh: 口号, en: a slogan, concerns: P, outside: {zh: 口号, en: a slogan}}
`;
const processFile = `review:
  stages:
    first: {order: 1} # QH-01
  # QH-02 在下一行
  reasons:
    other: {}
`;
const specOf = (title: string) => `test('${title}', () => undefined);\n`;

let tree: PlantedTree;
afterEach(() => tree.remove());

function plant(files: Readonly<Record<string, string>> = {}) {
  tree = plantTree({
    'docs/mechanisms.yaml': list,
    'localities/yunmeng/process.yaml': processFile,
    'services/units/src/unit.spec.ts': specOf('QH-01: five steps'),
    ...files,
  });
  return readMechanisms(tree.root);
}

describe('the gate of the mechanisms', () => {
  test('a tree in which each is shown or excused passes, and says where each is configured', () => {
    const found = plant();
    expect(judgeMechanisms(found)).toEqual([]);
    expect(found.configured.get('QH-01')).toEqual([
      { file: 'localities/yunmeng/process.yaml', path: 'review.stages.first' },
    ]);
    expect(found.configured.get('QH-02')).toEqual([
      { file: 'localities/yunmeng/process.yaml', path: 'review.reasons' },
    ]);
    const page = printMechanisms(found);
    expect(page).toContain('[unit.spec.ts](../services/units/src/unit.spec.ts): QH-01: five steps');
    expect(page).toContain('no matter of software: a slogan');
  });

  test('an id without a test is caught; a skipped test shows nothing', () => {
    const skipped = specOf('QH-01: five steps').replace('test(', 'test.skip(');
    expect(judgeMechanisms(plant({ 'services/units/src/unit.spec.ts': skipped }))).toEqual([
      expect.stringMatching(/QH-01.*no test has it in its title/),
    ]);
  });

  test('an unknown id in a title and in a locality are caught, with the file', () => {
    const found = plant({
      'test/journeys/one.spec.ts': specOf('QH-77: nothing'),
      'localities/yunmeng/people.yaml': 'groups: # QH-78\n  - {}\n',
    });
    expect(judgeMechanisms(found)).toEqual([
      expect.stringMatching(/QH-77.*test\/journeys\/one\.spec\.ts: “QH-77: nothing”/),
      expect.stringMatching(/QH-78.*localities\/yunmeng\/people\.yaml: groups/),
    ]);
  });

  test('the list of what is not yet shown excuses, and may only shrink', () => {
    const bare = { 'services/units/src/unit.spec.ts': specOf('nothing') };
    expect(judgeMechanisms(plant({ ...bare, 'docs/mechanisms-not-yet-shown.txt': 'QH-01\n' }))).toEqual([]);
    tree.remove();
    expect(judgeMechanisms(plant({ 'docs/mechanisms-not-yet-shown.txt': 'QH-01\n' }))).toEqual([
      expect.stringMatching(/QH-01.*take it off the list/),
    ]);
  });

  test('only scoring and aggregation may wait, and twenty at most are no matter of software', () => {
    const waiting = list.replace('concerns: E, waits', 'concerns: PE, waits');
    expect(judgeMechanisms(plant({ 'docs/mechanisms.yaml': waiting }))).toEqual([
      expect.stringMatching(/QH-02.*concerns PE/),
    ]);
    tree.remove();
    const excuse = '{zh: 口号, en: a slogan, concerns: P, outside: {zh: 口号, en: a slogan}}';
    const many = Array.from({ length: 20 }, (_, at) => `  QH-${at + 10}: ${excuse}\n`).join('');
    expect(judgeMechanisms(plant({ 'docs/mechanisms.yaml': list + many }))).toEqual([
      expect.stringMatching(/21 are said to be no matter of software/),
    ]);
  });

  test('titles are found however a test is written', () => {
    tree = plantTree({ 'services/.keep': '' });
    const text = `describe('a', () => { test.each([['x', 1]])("b %s", () => {}); it(\`c\n\`, () => {}); test.todo('d'); });`;
    expect(titlesIn(text)).toEqual(['a', 'b %s', 'c\n']);
  });

  test('this repository: each is shown, excused or on the shrinking list', () => {
    tree = plantTree({ 'services/.keep': '' });
    expect(judgeMechanisms(readMechanisms(repository))).toEqual([]);
  });
});
