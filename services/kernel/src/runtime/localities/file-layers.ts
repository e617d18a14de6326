import { createHash } from 'node:crypto';
import { canonicalJson } from '../../event.js';
import type { LocatedProblem } from '../../layers/layer.js';
import { BASE_NUMBER, type SourceLayer } from '../../layers/pinned-layer.js';
import type { LocalityFolder, LocalityFolders } from '../locality-files.js';
import { type FileProblem, inReadingOrder, WrongFiles } from './file-problem.js';
import { locateProblem } from './locate-problem.js';
import type { LocatedYaml } from './located-yaml.js';

export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** A level's file as it is now. */
export type FileLayer = SourceLayer & { readonly text: string };

/** A locality without a file says nothing: its document is null. */
export type ReadLayer = FileLayer & { readonly yaml: LocatedYaml | null };

/** Which of a folder's files is meant, and the base's. */
export type WhichFile = {
  readonly base: LocatedYaml | null;
  of(folder: LocalityFolder): LocatedYaml | null;
};

/** The base, then whoever stands above from the top down, then the locality itself. */
export function fileLayersOf(
  folder: LocalityFolder,
  { localities }: Pick<LocalityFolders, 'localities'>,
  which: WhichFile,
): ReadLayer[] {
  const layers: ReadLayer[] = [];
  const seen = new Set<number>();
  for (
    let at: LocalityFolder | undefined = folder;
    at && !seen.has(at.locality.number);
    at = above(at, localities)
  ) {
    seen.add(at.locality.number);
    const { number: locality, level, names } = at.locality;
    layers.unshift(layer(which.of(at), { source: at.folder, locality, level, name: names.zh }));
  }
  return which.base ? [layer(which.base, BASE), ...layers] : layers;
}

const BASE = { source: 'base', locality: BASE_NUMBER, level: 'BASE', name: '通用' } as const;

const layer = (
  yaml: LocatedYaml | null,
  of: Pick<ReadLayer, 'source' | 'locality' | 'level' | 'name'>,
): ReadLayer => ({
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

/** Where in the files a problem of the whole lies. */
export function locateInLayers(problem: LocatedProblem, layers: readonly ReadLayer[]): FileProblem {
  const { source: file, zh, en } = problem;
  const yaml = layers.find(({ source }) => source === file)?.yaml;
  return yaml ? locateProblem(yaml, problem) : { file, line: 1, column: 1, zh, en };
}

/** Throws WrongFiles with each problem once, in reading order; nothing when there is none. */
export function refuseWrong(problems: readonly FileProblem[]): void {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  if (once.size > 0) throw new WrongFiles(inReadingOrder([...once.values()]));
}
