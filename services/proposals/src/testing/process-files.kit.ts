import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, type FileLayer, fileSchema, locateYaml } from '@duban/kernel/runtime';
import { celConditions } from '../process/conditions.cel.js';
import { type EffectiveProcess, effectiveProcess } from '../process/effective-process.js';
import type { Process } from '../process/process.js';

const ROOT = join(import.meta.dirname, '../../../../..');

/** The process that the named folders' files make, from the top down. */
export const processOf = (...folders: readonly string[]): EffectiveProcess =>
  effectiveProcess(
    folders.map((source) => ({ source, document: readProcess(source).value })),
    celConditions(),
  );

export const readProcess = (folder: string) =>
  locateYaml(folder, readFileSync(join(ROOT, 'localities', folder, 'process.yaml'), 'utf8'));

export const processSchemaText = (): string =>
  readFileSync(join(ROOT, 'schema/locality/process.schema.json'), 'utf8');

export const processSchema = () => fileSchema(processSchemaText());

/** `base/process.yaml` as it stands in the repository. */
export function baseProcess(): Process {
  const { process, problems } = processOf('base');
  if (!process) throw new Error(JSON.stringify(problems));
  return process;
}

/** The same as a layer of others. */
export function baseLayer(): FileLayer {
  const { value: document, text } = readProcess('base');
  const hash = contentHash(document);
  return { source: 'base', locality: 1, level: 'BASE', name: '通用', document, text, hash };
}

/** A county that has no process.yaml. */
export const ownLayer = (locality: number): FileLayer => ({
  source: 'county',
  locality,
  level: 'COUNTY',
  name: '某县',
  document: null,
  text: '',
  hash: contentHash(null),
});
