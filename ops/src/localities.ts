import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { localitiesFolder } from './paths.js';

/** What the commands need to know of a locality's folder. */
export type LocalityFolder = {
  readonly folder: string;
  readonly number: number;
  readonly code: string;
  readonly level: string;
  readonly name: string;
  /** Number of the locality above; null for the nation. */
  readonly parent: number | null;
};

type LocalityFile = {
  number?: number;
  code?: string;
  level?: string;
  names?: { zh?: string };
  parents?: { locality: number }[];
};

/** Every locality that has a folder, in the folders' order; templates (no number) aside. */
export function readLocalities(): LocalityFolder[] {
  return readdirSync(localitiesFolder)
    .sort()
    .flatMap((folder) => {
      const file = join(localitiesFolder, folder, 'locality.yaml');
      if (!existsSync(file)) return [];
      const { number, code, level, names, parents } = parse(readFileSync(file, 'utf8')) as LocalityFile;
      if (!number || !code || !level) return [];
      return [
        { folder, number, code, level, name: names?.zh ?? code, parent: parents?.at(-1)?.locality ?? null },
      ];
    });
}
