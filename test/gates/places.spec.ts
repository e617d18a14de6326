import { findPlaceNames } from '@duban/ops/checks/place-names';
import { afterAll, describe, expect, test } from '@jest/globals';
import { plantTree, repository } from './planted-tree.js';

const locality = 'number: 990100\ncode: "990100"\nlevel: CITY\nnames: {zh: 云梦市, en: Yunmeng City}\n';

const tree = plantTree({
  'localities/yunmeng/locality.yaml': locality,
  'services/units/src/unit.ts': '// fine\nexport const first = 990100;\n',
  'services/units/src/unit.spec.ts': "test('云梦市', () => 990100);\n",
  'gateway/src/limits.ts': "export const home = '云梦';\n",
  'ops/src/start.ts': "if (name === 'yunmeng') first();\n",
  'ops/src/other.ts': 'export const millimetres = 9901004; export const yunmengs = 1;\n',
  'README.md': '云梦市 990100\n',
  'docs/GLOSSARY.md': '云梦市 990100\n',
});

describe('the gate that nobody names a place', () => {
  afterAll(() => tree.remove());

  test('a code, a Chinese name and an English name are each caught, with file and line', () => {
    expect(findPlaceNames(tree.root).sort((a, b) => a.file.localeCompare(b.file))).toEqual([
      { file: 'gateway/src/limits.ts', line: 1, word: '云梦' },
      { file: 'ops/src/start.ts', line: 1, word: 'yunmeng' },
      { file: 'services/units/src/unit.ts', line: 2, word: '990100' },
    ]);
  });

  test('this repository names none', () => {
    expect(findPlaceNames(repository)).toEqual([]);
  });
});
