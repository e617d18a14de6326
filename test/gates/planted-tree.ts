import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A small tree shaped like the repository, with packages resolvable, to plant violations in. */
export type PlantedTree = { readonly root: string; remove(): void };

export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'duban-gate-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  linkPackages(root);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The repository's packages, except that `@duban/*` are the planted ones. */
function linkPackages(root: string): void {
  const packages = join(root, 'node_modules');
  mkdirSync(join(packages, '@duban'), { recursive: true });
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    if (name !== '@duban') symlinkSync(join(repository, 'node_modules', name), join(packages, name));
  }
  for (const name of readdirSync(join(root, 'services'), { withFileTypes: true })) {
    if (!name.isDirectory()) continue;
    const exports = { '.': './dist/index.js', './runtime': './dist/runtime/index.js' };
    const manifest = { name: `@duban/${name.name}`, version: '0.0.0', type: 'module', exports };
    writeFileSync(join(root, 'services', name.name, 'package.json'), JSON.stringify(manifest));
    symlinkSync(join(root, 'services', name.name), join(packages, '@duban', name.name));
  }
}
