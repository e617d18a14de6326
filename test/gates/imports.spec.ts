import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type PlantedTree, plantTree, repository } from './planted-tree.js';

type Violation = { readonly rule: { readonly name: string }; readonly from: string; readonly to: string };

const kernel = {
  'services/kernel/dist/index.js': 'export const accept = 1;',
  'services/kernel/dist/runtime/index.js': 'export const openDatabase = 1;',
  'services/kernel/src/index.ts': 'export const accept = 1;',
};

/** One planted violation of each rule of style.md, by the file it stands in. */
const planted = {
  'services/units/src/unit.ts': `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`,
  'services/units/src/section.ts': `import type { DataSource } from 'typeorm';\nexport type A = DataSource;`,
  'services/units/src/position.ts': `export { openDatabase } from '@duban/kernel/runtime';`,
  'services/units/src/category.ts': `export { store } from './unit.store.js';`,
  'services/units/src/close-unit/close-unit.ts': `import { Field } from 'type-graphql';\nexport const b = Field;`,
  'services/units/src/unit.query.ts': `import { In } from 'typeorm';\nexport const c = In;`,
  'services/units/src/unit.type.ts': `export { rows } from './unit.store.typeorm.js';`,
  'services/units/src/unit.store.typeorm.ts': `export { person } from '@duban/people';\nexport const rows = [];`,
  'services/units/src/unit.store.ts': `export { person } from '../../people/src/person.js';\nexport const store = 1;`,
  'services/people/src/person.ts': 'export const person = 1;',
  'services/people/dist/index.js': 'export const person = 1;',
  'services/kernel/src/rounding.ts': `export { gate } from '../../../gateway/src/gate.js';`,
  'gateway/src/gate.ts': 'export const gate = 1;',
  'gateway/src/limits.ts': `export { openDatabase } from '@duban/kernel/runtime';`,
  'gateway/src/plan.ts': `export { person } from '../../services/people/src/person.js';`,
  'gateway/src/sign.ts': `export { accept } from '@duban/kernel';\nexport * from './verify.js';`,
  'gateway/src/verify.ts': `import type { A } from './sign.js';\nexport type B = A;\nexport * from './sign.js';`,
  'gateway/src/identity.ts': `export { story } from '../../test/kit/story.js';`,
  'gateway/src/errors.ts': `export { lost } from './nowhere.js';`,
  'test/kit/story.ts': 'export const story = 1;',
};

const clean = {
  'services/units/src/unit.ts': `import { accept } from '@duban/kernel';\nexport const a = accept;`,
  'services/units/src/unit.access.ts': `import { accept } from '@duban/kernel';\nexport const access = accept;`,
  'services/units/src/wiring.ts': `export { openDatabase } from '@duban/kernel/runtime';\nexport { In } from 'typeorm';`,
  'services/units/src/unit.store.typeorm.ts': `import { In } from 'typeorm';\nexport const rows = In;`,
  'services/units/src/close-unit/close-unit.ts': `export { a } from '../unit.js';\nexport { access } from '../unit.access.js';`,
  'services/units/src/close-unit/close-unit.mutation.ts': `export { Field } from 'type-graphql';\nexport { a } from './close-unit.js';`,
  'services/units/src/unit.spec.ts': `export { story } from '../../../test/kit/story.js';`,
  'gateway/src/gate.ts': `export { accept } from '@duban/kernel';`,
  'test/kit/story.ts': `export const story = 1;`,
};

describe('the import gate', () => {
  let dirty: PlantedTree;
  let tidy: PlantedTree;
  let found: Violation[];

  beforeAll(() => {
    dirty = plantTree({ ...kernel, ...planted });
    tidy = plantTree({ ...kernel, ...clean });
    found = cruise(dirty.root);
  });

  afterAll(() => {
    dirty.remove();
    tidy.remove();
  });

  test.each([
    ['pure-core-no-packages', 'services/units/src/unit.ts', /fs$/],
    ['pure-core-no-packages', 'services/units/src/section.ts', /typeorm/],
    ['pure-core-no-outer-rings', 'services/units/src/position.ts', /kernel\/dist\/runtime/],
    ['pure-core-no-outer-rings', 'services/units/src/category.ts', /unit\.store\.ts/],
    ['use-case-knows-no-framework', 'services/units/src/close-unit/close-unit.ts', /type-graphql/],
    ['edge-never-touches-storage', 'services/units/src/unit.query.ts', /typeorm/],
    ['edge-never-touches-storage', 'services/units/src/unit.type.ts', /unit\.store\.typeorm\.ts/],
    ['services-are-strangers', 'services/units/src/unit.store.typeorm.ts', /people\/dist/],
    ['services-are-strangers', 'services/units/src/unit.store.ts', /people\/src\/person\.ts/],
    ['kernel-stands-alone', 'services/kernel/src/rounding.ts', /gateway\/src\/gate\.ts/],
    ['only-the-contract', 'gateway/src/limits.ts', /kernel\/dist\/runtime/],
    ['only-the-contract', 'gateway/src/plan.ts', /people\/src\/person\.ts/],
    ['nothing-imports-tests', 'gateway/src/identity.ts', /test\/kit\/story\.ts/],
    ['no-cycles', 'gateway/src/sign.ts', /verify\.ts/],
    ['everything-resolves', 'gateway/src/errors.ts', /nowhere/],
  ])('%s catches %s', (rule, from, to) => {
    const hits = found.filter((violation) => violation.rule.name === rule && violation.from === from);
    expect(hits.map((violation) => violation.to)).toEqual(
      expect.arrayContaining([expect.stringMatching(to)]),
    );
  });

  test('a tree that keeps the rules passes', () => {
    expect(cruise(tidy.root)).toEqual([]);
  });

  test('this repository passes', () => {
    expect(cruise(repository).map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});

function cruise(root: string): Violation[] {
  const folders = ['services', 'gateway', 'ops', 'test'].filter((folder) => existsSync(join(root, folder)));
  const depcruise = join(repository, 'node_modules', '.bin', 'depcruise');
  const config = join(repository, '.dependency-cruiser.js');
  const args = [depcruise, '--config', config, '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout) throw new Error(stderr.trim().slice(0, 800));
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}
