import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CANONICAL_CATEGORIES,
  GROUP_KINDS,
  LOCALITY_LEVELS,
  ORGAN_KINDS,
  UNIT_SYSTEMS,
} from '../../locality-vocabulary.js';
import { ROLES } from '../../viewer.js';
import { checkLocalityFolders, readLocalityFolder } from '../locality-files.js';
import { formatProblem, WrongFiles } from './file-problem.js';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-localities-'));
  cpSync(join(ROOT, 'schema', 'locality'), join(folder, 'schema', 'locality'), { recursive: true });
  for (const name of ['base', 'nation', 'hunan', 'shaoyang', 'xinshao']) {
    cpSync(join(ROOT, 'localities', name), join(folder, 'localities', name), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rewrite = (file: string, change: (text: string) => string): void => {
  const path = join(folder, 'localities', file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file}: nothing changed`);
  writeFileSync(path, after);
};

const problems = (): string[] => checkLocalityFolders(join(folder, 'localities')).problems.map(formatProblem);

/** Line and column are where the changed words stand. */
type Case = [string, string, string, string, RegExp];
const city = 'shaoyang/locality.yaml';
const people = 'shaoyang/people.yaml';
const COURT = 'system: COURT\n';

const cases: Case[] = [
  ['a code without quotes', city, 'code: "430500"', 'code: 430500', /4:7 请加引号,写作 "430500"/],
  [
    'a level that does not exist',
    city,
    'level: CITY',
    'level: TOWN',
    /:6:8 "TOWN" 不在可选值之内.*NATION, PROVINCE/,
  ],
  ['a word nearly right', city, COURT, 'system: COURTS\n', /"COURTS" 不在可选值之内。是否想写 COURT?/],
  [
    'an unknown key',
    city,
    'level: CITY',
    'level: CITY\nmayor: nobody',
    /:7:1 不认识的键“mayor”.*unknown key "mayor"/,
  ],
  ['a key that is missing', city, 'level: CITY\n', '', /缺少“level”。层级.*例如 level: "CITY"/],
  ['a key twice', city, 'level: CITY', 'level: CITY\nlevel: CITY', /:7:1 “level”在同一层里写了两次/],
  ['a tab', city, 'level: CITY', '\tlevel: CITY', /缩进用了制表符.*Use spaces/],
  [
    'a bracket left open',
    city,
    'from: 2000-01-01 }\n\norgans',
    'from: 2000-01-01\n\norgans',
    /:11:1 缩进不对,或前面有没写完的括号/,
  ],
  [
    'a date that does not exist',
    city,
    'locality: 430000, from: 2000-01-01',
    'locality: 430000, from: 2001-02-29',
    /:9:31 "2001-02-29" 不符合要求/,
  ],
  ['a number too short', city, 'number: 430500', 'number: 4305', /:3:9 4305 不符合要求。登记号.*例如 123456/],
  ['a tag', city, 'level: CITY', 'level: !!js/function CITY', /不支持“!”开头的标记/],
  ['a control character', city, 'zh: 邵阳市', 'zh: "邵\\u0007阳市"', /控制字符/],
  ['an unknown role', city, '  DEPUTY:', '  DEPUTI:', /键“DEPUTI”不对。是否想写 DEPUTY?/],
  [
    'a committee that is not there',
    city,
    'liaisonCommittee: agriculture',
    'liaisonCommittee: farming',
    /organs 中没有“farming”/,
  ],
  ['a unit code twice', city, 'code: procuratorate', 'code: court', /代码“court”已用于 units 的第 19 项/],
  [
    'an end before the beginning',
    city,
    COURT,
    `${COURT}    from: 2010-01-01\n    to: 2009-01-01\n`,
    /结束日期 2009-01-01 早于起始日期/,
  ],
  ['a successor without an end', city, COURT, `${COURT}    successor: procuratorate\n`, /缺少“to”/],
  [
    'a successor that is not there',
    city,
    COURT,
    `${COURT}    to: 2020-01-01\n    successor: procurator\n`,
    /units 中没有“procurator”。是否想写 procuratorate/,
  ],
  [
    'a category without meaning',
    city,
    '城乡建设, canonical: URBAN_CONSTRUCTION',
    '城乡建设',
    /分类“urban”没有通用分类/,
  ],
  ['a category code twice', city, 'code: highway', 'code: urban', /分类代码“urban”重复/],
  [
    'a successor of a locality that has not ended',
    city,
    'level: CITY',
    'level: CITY\nsuccessors: [430600]',
    /缺少“to”/,
  ],
  [
    'a successor locality that is not there',
    city,
    'level: CITY',
    'level: CITY\nto: 2020-01-01\nsuccessors: [430600]',
    /没有登记号为 430600 的地方/,
  ],
  [
    'a successor that has gone as well',
    city,
    'level: CITY',
    'level: CITY\nto: 2020-01-01\nsuccessors: [430500]',
    /430500 在 2020-01-02 不存在/,
  ],
  ['no parent', city, 'parents:\n  - { locality: 430000, from: 2000-01-01 }', 'parents: []', /缺少上级/],
  [
    'parents at the same time',
    city,
    '  - { locality: 430000, from: 2000-01-01 }',
    '  - { locality: 430000, from: 2000-01-01 }\n  - {locality: 100000, from: 2010-01-01}',
    /与第 1 个上级的时间重叠/,
  ],
  ['itself as parent', city, 'locality: 430000', 'locality: 430500', /上级不能是自己/],
  ['a parent that has no folder', city, 'locality: 430000', 'locality: 440000', /没有登记号为 440000 的地方/],
  [
    'a parent that is not above',
    'hunan/locality.yaml',
    'locality: 100000',
    'locality: 430500',
    /层级 CITY 不高于本地方的 PROVINCE/,
  ],
  [
    'a number used twice',
    'xinshao/locality.yaml',
    'number: 430522',
    'number: 430000',
    /430000 已用于 localities\/hunan/,
  ],
  [
    'a person twice',
    people,
    'electoralUnit: 双清区',
    'electoralUnit: 双清区}\n  - {name: 重名人, delegation: delegation-daxiang, electoralUnit: 大祥区}\n  - {name: 重名人, delegation: delegation-daxiang, electoralUnit: 大祥区',
    /姓名“重名人”已出现过/,
  ],
  [
    'a delegation that is not there',
    people,
    'delegation: delegation-daxiang',
    'delegation: delegation-daxian',
    /groups \(DELEGATION\) 中没有“delegation-daxian”。是否想写 delegation-daxiang/,
  ],
  [
    'a section of another unit',
    people,
    'unit: education, section: basic',
    'unit: education, section: crops',
    /sections of education 中没有“crops”/,
  ],
];

describe('a wrong file is refused with file, line, column and what to write', () => {
  test.each(cases)('%s', (_name, file, right, wrong, message) => {
    rewrite(file, (text) => text.replace(right, wrong));
    const found = problems();
    expect(found.join('\n')).toMatch(message);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^localities/${file}:\\d+:\\d+ `));
  });

  test('a code may be given again, once the locality that had it has ended', () => {
    rewrite('shaoyang/locality.yaml', (text) => text.replace('level: CITY', 'level: CITY\nto: 2019-12-31'));
    rewrite('xinshao/locality.yaml', (text) => text.replace(/code: "\d+"/, 'code: "430500"'));
    expect(problems().join('\n')).toMatch(/430500 已用于 localities\/shaoyang/);
    rewrite('xinshao/locality.yaml', (text) => text.replaceAll('2000-01-01', '2020-01-01'));
    expect(problems()).toEqual([]);
  });

  test('all problems of all files come at once, in reading order', () => {
    rewrite(city, (text) => text.replace('level: CITY', 'level: TOWN').replace('"430500"', '430500'));
    rewrite('hunan/locality.yaml', (text) => text.replace('number: 430000', 'number: 0'));
    expect(problems().map((line) => line.split(' ')[0])).toEqual([
      'localities/hunan/locality.yaml:3:9',
      'localities/shaoyang/locality.yaml:4:7',
      'localities/shaoyang/locality.yaml:6:8',
    ]);
    expect(() => readLocalityFolder(join(folder, 'localities'))).toThrow(WrongFiles);
  });

  test('a file that is missing, and one in another encoding', () => {
    rmSync(join(folder, 'localities', 'xinshao', 'locality.yaml'));
    writeFileSync(
      join(folder, 'localities', 'base', 'locality.yaml'),
      Buffer.from('roles: \xd0\xd0', 'latin1'),
    );
    expect(problems().join('\n')).toMatch(
      /base\/locality.yaml:1:1 不是 UTF-8[\s\S]*xinshao\/locality.yaml:1:1 缺少此文件/,
    );
  });

  test('an alias bomb is refused', () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefghijkl'].map((k, i) => `${k}: &${k} [*${'abcdefghijk'[i]}, *${'abcdefghijk'[i]}]`).join('\n')}`;
    writeFileSync(join(folder, 'localities', 'xinshao', 'locality.yaml'), bomb);
    expect(problems().join('\n')).toMatch(/别名/);
  });
});

describe('the localities of this repository', () => {
  const all = readLocalityFolder(join(ROOT, 'localities'));

  test('come from the top down', () => {
    const numbers = all.map(({ locality }) => locality.number);
    for (const { locality } of all) {
      for (const { locality: parent } of locality.parents) {
        expect(numbers.indexOf(parent)).toBeLessThan(numbers.indexOf(locality.number));
      }
    }
  });

  test('each has an account for each role, five deputies and three members', () => {
    for (const { folder: name, people: found } of all) {
      const roles = found?.accounts.flatMap(({ grants }) => grants.map(({ role }) => role)) ?? [];
      expect([name, ROLES.filter((role) => !roles.includes(role))]).toEqual([name, []]);
      expect(roles.filter((role) => role === 'DEPUTY').length).toBeGreaterThanOrEqual(5);
      expect(roles.filter((role) => role === 'CPPCC_MEMBER').length).toBeGreaterThanOrEqual(3);
      expect(roles.filter((role) => role === 'UNIT_HEAD').length).toBeGreaterThanOrEqual(4);
    }
  });

  test('a locality without categories has the base ones, every leaf with a meaning', () => {
    for (const { locality } of all) {
      expect(locality.categories.filter(({ leaf, canonical }) => leaf && canonical === null)).toEqual([]);
    }
    const county = all.find(({ locality }) => locality.level === 'COUNTY')?.locality;
    expect(county?.categories.map(({ canonical }) => canonical)).toEqual([...CANONICAL_CATEGORIES]);
  });

  test('logins count up within a role', () => {
    const [nation] = all;
    expect(nation?.people?.accounts.slice(0, 2).map(({ login }) => login)).toEqual([
      '100000.deputy',
      '100000.deputy-2',
    ]);
  });
});

test('a changed comment changes no hash, a changed name does', () => {
  const hash = () =>
    checkLocalityFolders(join(folder, 'localities')).localities.map((each) => each.hash.locality);
  const before = hash();
  rewrite(city, (text) => `# ${text}`);
  expect(hash()).toEqual(before);
  rewrite(city, (text) => text.replace('zh: 邵阳市,', 'zh: 邵阳,'));
  expect(hash().filter((value, index) => value !== before[index])).toHaveLength(1);
});

test('the schemas and the code know the same words', () => {
  const words = (name: string): string =>
    readFileSync(join(ROOT, 'schema', 'locality', `${name}.schema.json`), 'utf8').replace(/\s+/g, '');
  const has = (name: string, values: readonly string[]) =>
    expect(words(name)).toContain(`"enum":${JSON.stringify(values)}`);
  has('locality', LOCALITY_LEVELS);
  has('locality', ORGAN_KINDS);
  has('locality', UNIT_SYSTEMS);
  has('locality', CANONICAL_CATEGORIES);
  has('locality', ROLES);
  has('people', GROUP_KINDS);
});
