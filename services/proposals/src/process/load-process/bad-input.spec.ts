import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalityFolders, WrongFiles } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { processesOf } from './process-files.file.js';

const REPOSITORY = join(import.meta.dirname, '../../../../../..');
const FILE = 'process.yaml';
const bomb = `version: "7"\na: &a [x, x, x, x]\n${[...'bcdefghij'].map((key, at) => `${key}: &${key} [${`*${'abcdefghi'[at]}, `.repeat(4)}]`).join('\n')}\n`;
const when = (expression: string) => `version: "7"\ndeadlines:\n  acknowledge: {when: '${expression}'}\n`;

describe('a wrong definition is refused with file, line, column and what to write', () => {
  const root = mkdtempSync(join(tmpdir(), 'duban-bad-input-'));
  const localities = join(root, 'localities');
  beforeAll(() => {
    cpSync(join(REPOSITORY, 'schema', 'locality'), join(root, 'schema', 'locality'), { recursive: true });
    for (const place of ['base', 'nation', 'hunan', 'hengyang'])
      cpSync(join(REPOSITORY, 'localities', place), join(localities, place), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const problemsOf = (folder: string, text: string, file = FILE): string[] => {
    const path = join(localities, folder, file);
    const before = readFileSync(path);
    writeFileSync(path, text);
    try {
      processesOf(localities, readLocalityFolders(localities));
      return [];
    } catch (error) {
      if (!(error instanceof WrongFiles)) throw error;
      return error.message.split('\n').slice(1);
    } finally {
      writeFileSync(path, before);
    }
  };

  test.each<[string, string, string, RegExp]>([
    ['a key twice', 'version: "7"\nversion: "8"\n', '2:1', /“version”在同一层里写了两次.*stands here twice/],
    ['a tab', 'version: "7"\nreturns:\n\tmax: 2\n', '3:1', /制表符.*Use spaces/],
    ['anchors that explode', bomb, '', /别名.*Write the content out/],
    ['an unknown key', 'version: "7"\ndeadlins: {}\n', '2:1', /键“deadlins”.*deadlines/],
    ['an unknown key inside', 'version: "7"\nreturns:\n  maxx: 3\n', '3:3', /“maxx”.*max/],
    ['a wrong type', 'version: "7"\nreturns: {max: many}\n', '2:16', /类型不对.*例如 1/],
    ['a list for a mapping', 'version: "7"\nreturns: [1]\n', '2:10', /./],
    ['a word that is not one of those', 'version: "7"\nreturns: {clock: RESTRAT}\n', '2:18', /RESTART/],
    ['a condition that joins two types', when('unit.load == "many"'), '3:24', /类型不同.*no such overload/],
    ['a condition on a missing fact', when('case.hard && case.kye'), '3:42', /没有“kye”。是否想写 key/],
    ['a condition that is none', when('unit.load'), '3:24', /须得出真或假/],
    ['a condition that is cut off', when('case.hard &&'), '3:36', /多了或少了/],
    [
      'a condition that would run too long',
      when('case.tiers.all(a, case.tiers.all(b, case.tiers.all(c, a == b && b == c)))'),
      '3:24',
      /计算量过大.*too long/,
    ],
    ['a pattern in a condition', when('case.category.matches("(a+)+")'), '3:38', /没有函数“matches”/],
    ['a condition as long as a book', when(`true${' || true'.repeat(200)}`), '3:23', /不符合要求/],
    [
      'a derived value that needs itself',
      'version: "7"\nderived: {a: {value: "derived.b"}, b: {value: "derived.a"}}\n',
      '',
      /成环.*in a circle/,
    ],
    [
      'half a character',
      'version: "7"\nguards:\n  x: {label: {zh: "\\uD800", en: x}}\n',
      '3:19',
      /控制字符|control character/,
    ],
    [
      'a NUL',
      'version: "7"\nguards:\n  x: {label: {zh: "甲\\u0000", en: x}}\n',
      '3:19',
      /控制字符|control character/,
    ],
    ['five megabytes', `version: "7"\n# ${'长'.repeat(5_000_000)}\n`, '1:1', /文件超过.*shorten it/],
    ['a lock of nothing', 'version: "7"\nlocks:\n  - deadlines.replay\n', '3:5', /不存在/],
    ['no document at all', 'just words\n', '1:1', /./],
  ])('%s', (_, text, place, message) => {
    const found = problemsOf('hunan', text);
    expect(found.join('\n')).toMatch(message);
    expect(found[0]).toMatch(new RegExp(`^localities/hunan/process\\.yaml:${place || '\\d+:\\d+'} `));
  });

  test('what a level above locked is refused below, with who locked it', () => {
    const path = join(localities, 'hunan', FILE);
    const before = readFileSync(path);
    writeFileSync(path, 'version: "7"\nlocks: [returns.max]\n');
    const found = problemsOf('hengyang', 'version: "7"\nreturns:\n  max: 3\n');
    writeFileSync(path, before);
    expect(found[0]).toMatch(/^localities\/hengyang\/process\.yaml:3:8 “returns\.max”已由上级“hunan”锁定/);
  });

  test('a cycle of inheritance is refused where it closes', () => {
    const text = readFileSync(join(localities, 'hunan', 'locality.yaml'), 'utf8');
    const found = problemsOf('hunan', text.replace('locality: 100000', 'locality: 430400'), 'locality.yaml');
    expect(found[0]).toMatch(/^localities\/hunan\/locality\.yaml:\d+:\d+ .*不高于/);
  });
});
