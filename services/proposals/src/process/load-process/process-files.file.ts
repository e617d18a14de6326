import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  contentHash,
  type FileProblem,
  fileLayersIn,
  fileSchema,
  type LocalityFolder,
  type LocalityFolders,
  locateInLayers,
  madeOnce,
  type ReadLayer,
  refuseWrong,
  silently,
  type Told,
} from '@duban/kernel/runtime';
import { celConditions } from '../conditions.cel.js';
import { effectiveProcess } from '../effective-process.js';
import type { ProcessToLoad } from './process-to-load.file.js';

/**
 * The process of each locality, made of the files from the base down to its own. Throws WrongFiles
 * with every problem of every file at once: what does not fit the schema, then what only the whole shows.
 */
export function processesOf(root: string, folders: LocalityFolders, told: Told = silently): ProcessToLoad[] {
  const { baseProcess, localities } = folders;
  const files = [baseProcess, ...localities.map(({ process }) => process)].filter((file) => file !== null);
  const schemaFile = join(resolve(root), '..', 'schema', 'locality', 'process.schema.json');
  const schema = fileSchema(readFileSync(schemaFile, 'utf8'));
  refuseWrong(files.flatMap((file) => schema.check(file)));
  const problems: FileProblem[] = [];
  const conditions = celConditions();
  const layersOf = fileLayersIn(folders, { base: baseProcess, of: ({ process }) => process });
  const effectiveOf = madeOnce((layers) => effectiveProcess(layers, conditions));
  const wanted: ProcessToLoad[] = [];
  for (const folder of told('流程合成 processes made', localities)) {
    const layers = layersOf(folder);
    const effective = effectiveOf(layers);
    problems.push(...effective.problems.map((problem) => locateInLayers(problem, layers)));
    if (effective.process) wanted.push(toLoad(folder, effective.process, layers));
  }
  refuseWrong(problems);
  return wanted;
}

function toLoad(
  { locality }: LocalityFolder,
  process: ProcessToLoad['process'],
  layers: readonly ReadLayer[],
): ProcessToLoad {
  const leaves = locality.categories.filter(({ leaf }) => leaf);
  const categories = Object.fromEntries(
    leaves.map(({ code, name, canonical }) => [code, { name, canonical: canonical ?? 'OTHER' }]),
  );
  const hash = contentHash({ process, categories });
  const documents = layers.map(({ yaml: _, ...document }) => document);
  return { number: locality.number, process, categories, layers: documents, hash };
}
