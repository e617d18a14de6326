import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { DemonstrationPeople } from '../demonstration-people.js';
import { canonicalJson } from '../event.js';
import type { LocalityFile } from '../locality-file.js';
import { completePeople } from './localities/complete-people.js';
import { type FileProblem, inReadingOrder, WrongFiles } from './localities/file-problem.js';
import { type FileSchema, fileSchema } from './localities/file-schema.js';
import { checkCategories, checkLocality } from './localities/locality-checks.js';
import { type LocatedYaml, locateYaml } from './localities/located-yaml.js';
import { checkPeople } from './localities/people-checks.js';
import { checkTree, fromTheTop } from './localities/tree-checks.js';
import {
  completeLocality,
  type WrittenDefaults,
  type WrittenLocality,
} from './localities/written-locality.js';
import type { WrittenPeople } from './localities/written-people.js';

/** One locality's folder. `hash` is of what the files mean, so that a changed comment changes nothing. */
export type LocalityFolder = {
  readonly folder: string;
  readonly locality: LocalityFile;
  readonly people: DemonstrationPeople | null;
  /** `process.yaml`, read but not judged: its rules are the process language's own. */
  readonly process: LocatedYaml | null;
  /** `scoring.yaml`, read but not judged: its rules are the scoring language's own. */
  readonly scoring: LocatedYaml | null;
  readonly hash: {
    readonly locality: string;
    readonly people: string | null;
    readonly process: string | null;
  };
};

export type LocalityFolders = {
  /** The process that every locality's own one builds upon: `base/process.yaml`. */
  readonly baseProcess: LocatedYaml | null;
  /** The score sheets that every locality's own ones build upon: `base/scoring.yaml`. */
  readonly baseScoring: LocatedYaml | null;
  /** From the top of the tree down. */
  readonly localities: readonly LocalityFolder[];
};

const BASE = 'base';

/** All localities under `root`, from the top of the tree down. Throws WrongFiles with every problem at once. */
export const readLocalityFolder = (root: string): readonly LocalityFolder[] =>
  readLocalityFolders(root).localities;

/** The same with `base/process.yaml`. Schemas are those in `<root>/../schema/locality`. */
export function readLocalityFolders(root: string): LocalityFolders {
  const result = checkLocalityFolders(root);
  if (result.problems.length > 0) throw new WrongFiles(result.problems);
  return result;
}

/** The same without throwing: what could be read, and every problem in reading order. */
export function checkLocalityFolders(
  root: string,
): LocalityFolders & { readonly problems: readonly FileProblem[] } {
  const schemas = readSchemas(join(resolve(root), '..', 'schema', 'locality'));
  const defaults = readDefaults(root, schemas);
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== BASE && !entry.name.startsWith('.'))
    .map(({ name }) => readFolder(root, name, schemas));
  const placed = folders.flatMap(({ written }) => written ?? []);
  const unplaced = folders.flatMap(({ yaml, written }) => (yaml && !written ? { yaml } : []));
  const baseProcess = readYaml(root, BASE, 'process.yaml');
  const baseScoring = readYaml(root, BASE, 'scoring.yaml');
  const problems = [
    ...defaults.problems,
    ...(baseProcess?.problems ?? []),
    ...(baseScoring?.problems ?? []),
    ...folders.flatMap((folder) => folder.problems),
    ...checkTree(placed, unplaced),
  ];
  const usable = defaults.value;
  const localities = usable ? folders.flatMap((folder) => complete(folder, usable) ?? []) : [];
  const found = { baseProcess, baseScoring, localities: fromTheTop(localities) };
  return { ...found, problems: inReadingOrder(problems) };
}

type Schemas = { readonly locality: FileSchema; readonly defaults: FileSchema; readonly people: FileSchema };

function readSchemas(folder: string): Schemas {
  const schema = (name: string): FileSchema =>
    fileSchema(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
  return { locality: schema('locality'), defaults: schema('locality-defaults'), people: schema('people') };
}

/** Null when there is no such file. Bytes that are not UTF-8 are a problem at the file's start. */
function readYaml(root: string, folder: string, name: string): LocatedYaml | null {
  const path = join(root, folder, name);
  if (!existsSync(path)) return null;
  const file = `${basename(resolve(root))}/${folder}/${name}`;
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const yaml = locateYaml(file, text);
  if (!text.includes('\ufffd')) return yaml;
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  const problem = {
    file,
    line,
    column: 1,
    zh: '不是 UTF-8 编码。请另存为 UTF-8。',
    en: 'this is not UTF-8. Save the file as UTF-8.',
  };
  return { ...yaml, value: null, problems: [problem, ...yaml.problems] };
}

function missing(root: string, folder: string, name: string): FileProblem {
  const file = `${basename(resolve(root))}/${folder}/${name}`;
  return { file, line: 1, column: 1, zh: '缺少此文件。', en: 'this file is missing.' };
}

function readDefaults(
  root: string,
  schemas: Schemas,
): { value: WrittenDefaults | null; problems: FileProblem[] } {
  const yaml = readYaml(root, BASE, 'locality.yaml');
  if (!yaml) return { value: null, problems: [missing(root, BASE, 'locality.yaml')] };
  const problems = schemas.defaults.check(yaml);
  if (problems.length > 0) return { value: null, problems };
  const value = yaml.value as WrittenDefaults;
  checkCategories(value.categories, (path, text) => problems.push(yaml.problemAt(path, text)));
  return { value: problems.length > 0 ? null : value, problems };
}

type ReadFolder = {
  readonly folder: string;
  readonly yaml: LocatedYaml | null;
  readonly written: { readonly yaml: LocatedYaml; readonly locality: WrittenLocality } | null;
  readonly people: WrittenPeople | null;
  readonly process: LocatedYaml | null;
  readonly scoring: LocatedYaml | null;
  readonly problems: readonly FileProblem[];
};

function readFolder(root: string, folder: string, schemas: Schemas): ReadFolder {
  const yaml = readYaml(root, folder, 'locality.yaml');
  const process = readYaml(root, folder, 'process.yaml');
  const scoring = readYaml(root, folder, 'scoring.yaml');
  const problems: FileProblem[] = [...(process?.problems ?? []), ...(scoring?.problems ?? [])];
  if (!yaml)
    return {
      folder,
      yaml,
      written: null,
      people: null,
      process,
      scoring,
      problems: [missing(root, folder, 'locality.yaml')],
    };
  const misfits = schemas.locality.check(yaml);
  problems.push(...misfits);
  const locality = misfits.length === 0 ? (yaml.value as WrittenLocality) : null;
  if (locality) problems.push(...checkLocality(yaml, locality));
  const peopleYaml = readYaml(root, folder, 'people.yaml');
  const peopleMisfits = peopleYaml ? schemas.people.check(peopleYaml) : [];
  problems.push(...peopleMisfits);
  const people = peopleYaml && peopleMisfits.length === 0 ? (peopleYaml.value as WrittenPeople) : null;
  if (peopleYaml && people) problems.push(...checkPeople(peopleYaml, people, locality));
  return { folder, yaml, written: locality && { yaml, locality }, people, process, scoring, problems };
}

function complete(read: ReadFolder, defaults: WrittenDefaults): LocalityFolder | null {
  if (!read.written) return null;
  const { folder, process, scoring } = read;
  const locality = completeLocality(read.written.locality, defaults);
  const people = read.people && completePeople(locality.code, read.people);
  return {
    folder,
    locality,
    people,
    process,
    scoring,
    hash: {
      locality: hashOf(locality),
      people: people && hashOf(people),
      process: process && hashOf(process.value),
    },
  };
}

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
