import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canonicalJson } from '@duban/kernel';
import { readLocalityFolders, type Told } from '@duban/kernel/runtime';
import { shapeOf } from '../../proof/prover.js';
import type { ProcessOfKinds } from '../effective-process.js';
import { processesOf } from './process-files.file.js';
import type { ProcessToLoad } from './process-to-load.file.js';
import { refuseUnproven } from './refuse-unproven.file.js';

const FILE = 'proven-processes.txt';

const hashOf = (process: ProcessOfKinds): string =>
  createHash('sha256')
    .update(canonicalJson(shapeOf(process)))
    .digest('hex');

/**
 * Refuses processes that would stop a case, except those whose shape was proven before, with these very
 * rules: `npm run schema` proves what the repository ships and writes the list, `npm run check` proves
 * it again. A start has to prove only what is new.
 */
export function refuseUnknown(root: string, told?: Told): (wanted: readonly ProcessToLoad[]) => void {
  const file = join(resolve(root), '..', 'schema', 'locality', FILE);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const proven = new Set(lines.map((line) => line.split(' ')[0]));
  return (wanted) => {
    // Most localities work by the very process of their superior, which is looked at once.
    const distinct = new Set(wanted.map(({ process }) => process));
    const unknown = new Set([...distinct].filter((process) => !proven.has(hashOf(process))));
    refuseUnproven(
      wanted.filter(({ process }) => unknown.has(process)),
      told,
    );
  };
}

/** Proves every process below `root`; gives the list of shapes with the localities that have them. */
export function provenProcesses(root: string): string {
  const folders = readLocalityFolders(root);
  const wanted = processesOf(root, folders);
  refuseUnproven(wanted);
  const names = new Map(folders.localities.map(({ locality, folder }) => [locality.number, folder]));
  const shapes = Map.groupBy(wanted, ({ process }) => hashOf(process));
  return [...shapes]
    .map(([hash, alike]) => `${hash}  ${alike.map(({ number }) => names.get(number)).join(' ')}\n`)
    .sort()
    .join('');
}
