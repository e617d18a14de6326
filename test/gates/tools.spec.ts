import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { repository } from './planted-tree.js';

/* The ready-made gates - types, lint, format, dead exports - with this repository's own settings. */

const CONFIGURATION = [
  'package.json',
  'biome.json',
  'knip.json',
  'tsconfig.base.json',
  '.dependency-cruiser.js',
  'jest.config.js',
];
let root = '';

function plant(files: Readonly<Record<string, string>>): void {
  root = mkdtempSync(join(tmpdir(), 'duban-gate-'));
  for (const name of CONFIGURATION) copyFileSync(join(repository, name), join(root, name));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function run(tool: string, ...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'node_modules', '.bin', tool), ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return { code: status, output: stdout + stderr };
}

const biome = (command: string) =>
  run('biome', command, '--vcs-enabled=false', '--error-on-warnings', '--diagnostic-level=warn', 'gateway');

const project =
  '{ "extends": "../tsconfig.base.json", "compilerOptions": { "rootDir": "src", "outDir": "dist" }, "include": ["src"] }';
const workspace = '{ "name": "@duban/gateway", "version": "0.1.0", "private": true, "type": "module" }\n';

describe('the ready-made gates', () => {
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    [
      'a comparison that converts',
      'export const same = (a: string, b: number) => a == (b as never);\n',
      'noDoubleEquals',
    ],
    ['an unused import', "import { join } from 'node:path';\nexport const one = 1;\n", 'noUnusedImports'],
    ['any', 'export const loose = (value: any) => value;\n', 'noExplicitAny'],
  ])('lint catches %s', (_, text, rule) => {
    plant({ 'gateway/src/main.ts': text });
    const { code, output } = biome('lint');
    expect(output).toContain(rule);
    expect(code).not.toBe(0);
  });

  test('format catches double quotes', () => {
    plant({ 'gateway/src/main.ts': 'export const text = "two"\n' });
    expect(biome('format').code).not.toBe(0);
  });

  test('lint and format pass a file as it should be', () => {
    plant({ 'gateway/src/main.ts': "export const text = 'one';\n" });
    expect([biome('lint').code, biome('format').code]).toEqual([0, 0]);
  });

  test('types catch a value that may be missing', () => {
    plant({
      'gateway/tsconfig.json': project,
      'gateway/src/main.ts': 'export const first = (list: string[]): string => list[0];\n',
    });
    const { code, output } = run(
      'tsc',
      '-p',
      'gateway',
      '--composite',
      'false',
      '--incremental',
      'false',
      '--noEmit',
    );
    expect(output).toContain("'undefined' is not assignable");
    expect(code).not.toBe(0);
  });

  test('dead exports and files are caught, and what is used is not', () => {
    plant({
      'gateway/package.json': workspace,
      'gateway/tsconfig.json': project,
      'gateway/src/main.ts': "import { used } from './parts.js';\nused();\n",
      'gateway/src/parts.ts': 'export const used = () => 1;\nexport const nobodyUsesThis = 2;\n',
      'gateway/src/forgotten.ts': 'export const alone = 1;\n',
    });
    const { code, output } = run(
      'knip',
      '--no-progress',
      '--workspace',
      'gateway',
      '--include',
      'files,exports',
    );
    expect(output).toContain('nobodyUsesThis');
    expect(output).toContain('forgotten.ts');
    expect(output).not.toContain('main.ts');
    expect(code).not.toBe(0);
  });
});
