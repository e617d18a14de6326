import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repository } from './planted-tree.js';

type Entry = {
  readonly version?: string;
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

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
    packages: Lock;
  };

  // npm ci refuses a lock without the packages of other systems; npm install leaves them out where a
  // registry does not have them.
  test('names the optional packages of every system', () => {
    expect(missingOptionals(packages)).toEqual([]);
  });

  test('one that is left out is found', () => {
    const dropped = Object.fromEntries(
      Object.entries(packages).filter(([path]) => !path.endsWith('@turbo/darwin-arm64')),
    );
    expect(missingOptionals(dropped)).toEqual(['@turbo/darwin-arm64']);
  });
});
