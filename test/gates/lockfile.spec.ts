import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repository } from './planted-tree.js';

type Entry = {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Lock = Readonly<Record<string, Entry>>;

/** Optional packages that an entry asks for and that stand nowhere it could find them. */
const missingOptionals = (packages: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(packages, path, name)),
  );

function isFound(packages: Lock, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

const readJson = <Value>(...path: string[]): Value =>
  JSON.parse(readFileSync(join(repository, ...path), 'utf8')) as Value;

describe('package-lock.json', () => {
  const { packages } = readJson<{ packages: Lock }>('package-lock.json');
  const workspaces = Object.values(packages).flatMap(({ link, resolved }) =>
    link && resolved ? resolved : [],
  );

  // npm ci refuses a lock without the packages of other systems; npm install leaves them out where a
  // registry does not have them.
  test('names the optional packages of every system', () => {
    expect(missingOptionals(packages)).toEqual([]);
  });

  test.each(['.', ...workspaces])('asks for what %s asks for', (folder) => {
    const { dependencies, devDependencies } = readJson<Entry>(folder, 'package.json');
    const locked = packages[folder === '.' ? '' : folder];
    expect([locked?.dependencies, locked?.devDependencies]).toEqual([dependencies, devDependencies]);
  });

  test('one that is left out is found', () => {
    const dropped = Object.fromEntries(
      Object.entries(packages).filter(([path]) => !path.endsWith('@turbo/darwin-arm64')),
    );
    expect(missingOptionals(dropped)).toEqual(['@turbo/darwin-arm64']);
  });
});
