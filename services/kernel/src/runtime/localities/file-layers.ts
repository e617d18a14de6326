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

/**
 * Of each folder: the base, then whoever stands above from the top down, then the locality itself.
 * Levels rise strictly, so that no circle can come about; what stands above many is looked at once.
 */
export function fileLayersIn(
  { localities }: Pick<LocalityFolders, 'localities'>,
  which: WhichFile,
): (folder: LocalityFolder) => readonly ReadLayer[] {
  const folders = new Map(localities.map((folder) => [folder.locality.number, folder]));
  const base = which.base ? [layer(which.base, BASE)] : [];
  const made = new Map<LocalityFolder, readonly ReadLayer[]>();
  const layersOf = (folder: LocalityFolder): readonly ReadLayer[] => {
    const known = made.get(folder);
    if (known) return known;
    const { number: locality, level, names, parents } = folder.locality;
    const above = folders.get(parents.find(({ to }) => to === null)?.locality ?? 0);
    const own = layer(which.of(folder), { source: folder.folder, locality, level, name: names.zh });
    const layers = [...(above ? layersOf(above) : base), own];
    made.set(folder, layers);
    return layers;
  };
  return layersOf;
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

/**
 * `make`, once for all whose files say the same: a locality that adds nothing has the very result of
 * its superior.
 */
export function madeOnce<Made>(
  make: (layers: readonly ReadLayer[]) => Made,
): (layers: readonly ReadLayer[]) => Made {
  const known = new Map<string, { readonly made: Made }>();
  return (layers) => {
    const key = spoken(layers);
    const before = known.get(key) ?? { made: make(layers) };
    known.set(key, before);
    return before.made;
  };
}

/** Those that say something. */
const spoken = (layers: readonly ReadLayer[]): string =>
  layers
    .filter(({ yaml }) => yaml !== null)
    .map(({ source }) => source)
    .join('/');

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
