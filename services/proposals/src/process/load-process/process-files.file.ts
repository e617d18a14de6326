import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LocatedProblem } from '@duban/kernel';
import {
  type FileProblem,
  fileSchema,
  inReadingOrder,
  type LocalityFolder,
  type LocalityFolders,
  type LocatedYaml,
  locateProblem,
  WrongFiles,
} from '@duban/kernel/runtime';
import { BASE_NUMBER } from '../../definitions/pinned-layer.js';
import { celConditions } from '../conditions.cel.js';
import { effectiveProcess } from '../effective-process.js';
import { contentHash, type FileLayer, type ProcessToLoad } from './process-to-load.file.js';

/** A locality without a file says nothing: its document is null. */
type Layer = FileLayer & { readonly yaml: LocatedYaml | null };

/**
 * The process of each locality, made of the files from the base down to its own. Throws WrongFiles
 * with every problem of every file at once: what does not fit the schema, then what only the whole shows.
 */
export function processesOf(root: string, folders: LocalityFolders): ProcessToLoad[] {
  const { baseProcess, localities } = folders;
  const files = [baseProcess, ...localities.map(({ process }) => process)].filter((file) => file !== null);
  const schemaFile = join(resolve(root), '..', 'schema', 'locality', 'process.schema.json');
  const schema = fileSchema(readFileSync(schemaFile, 'utf8'));
  refuseWrong(files.flatMap((file) => schema.check(file)));
  const problems: FileProblem[] = [];
  const conditions = celConditions();
  const wanted = localities.flatMap((folder) => {
    const layers = layersOf(folder, folders);
    const effective = effectiveProcess(layers, conditions);
    problems.push(...effective.problems.map((problem) => locate(problem, layers)));
    return effective.process ? [toLoad(folder, effective.process, layers)] : [];
  });
  refuseWrong(problems);
  return wanted;
}

function refuseWrong(problems: readonly FileProblem[]): void {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  if (once.size > 0) throw new WrongFiles(inReadingOrder([...once.values()]));
}

/** The base, then whoever stands above from the top down, then the locality itself. */
function layersOf(folder: LocalityFolder, { baseProcess, localities }: LocalityFolders): Layer[] {
  const layers: Layer[] = [];
  const seen = new Set<number>();
  for (
    let at: LocalityFolder | undefined = folder;
    at && !seen.has(at.locality.number);
    at = above(at, localities)
  ) {
    seen.add(at.locality.number);
    const { number: locality, level, names } = at.locality;
    const of = { source: at.folder, locality, level, name: names.zh };
    layers.unshift(layer(at.process, of));
  }
  return baseProcess ? [layer(baseProcess, BASE), ...layers] : layers;
}

const BASE = { source: 'base', locality: BASE_NUMBER, level: 'BASE', name: '通用' } as const;

const layer = (
  yaml: LocatedYaml | null,
  of: Pick<Layer, 'source' | 'locality' | 'level' | 'name'>,
): Layer => ({
  ...of,
  document: yaml?.value ?? null,
  text: yaml?.text ?? '',
  hash: contentHash(yaml?.value ?? null),
  yaml,
});

function above(
  { locality }: LocalityFolder,
  localities: readonly LocalityFolder[],
): LocalityFolder | undefined {
  const parent = locality.parents.find(({ to }) => to === null);
  return localities.find((other) => other.locality.number === parent?.locality);
}

function locate(problem: LocatedProblem, layers: readonly Layer[]): FileProblem {
  const { source: file, zh, en } = problem;
  const yaml = layers.find(({ source }) => source === file)?.yaml;
  return yaml ? locateProblem(yaml, problem) : { file, line: 1, column: 1, zh, en };
}

function toLoad(
  { locality }: LocalityFolder,
  process: ProcessToLoad['process'],
  layers: readonly Layer[],
): ProcessToLoad {
  const leaves = locality.categories.filter(({ leaf }) => leaf);
  const categories = Object.fromEntries(
    leaves.map(({ code, name, canonical }) => [code, { name, canonical: canonical ?? 'OTHER' }]),
  );
  const hash = contentHash({ process, categories });
  const documents = layers.map(({ yaml: _, ...document }) => document);
  return { number: locality.number, process, categories, layers: documents, hash };
}
