import type { ScoringToLoad } from '../../sheet/scoring-files.file.js';

/** What is stored already, of all localities at once. */
export type KnownSheets = {
  /** Hash of what each locality's latest version says. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Who has published in the graph. */
  readonly published: ReadonlySet<number>;
};

/** Where sheets of files are kept; how much it knows beside is its own affair. */
export type SheetLoads<Known extends KnownSheets> = {
  known(wanted: readonly ScoringToLoad[]): Promise<Known>;
  /** What each level says itself, and who stands above. */
  storeLayers(wanted: readonly ScoringToLoad[], known: Known): Promise<void>;
  /** As the next version, in force from today; false when it is what the locality has. */
  store(next: ScoringToLoad, last: string | undefined): Promise<boolean>;
  /** The same on what levels above published, which is never applied by itself. */
  storeOnPublished(next: ScoringToLoad, last: string | undefined): Promise<boolean>;
};

/**
 * Stores the sheets of each locality that are not what it has, in force from today. What was published
 * in the graph is not undone: a locality that published keeps its sheets, and those below it keep what
 * of it they were made with; a newer file waits to be taken over. Gives those that changed.
 */
export async function loadSheets<Known extends KnownSheets>(
  loads: SheetLoads<Known>,
  wanted: readonly ScoringToLoad[],
): Promise<number[]> {
  const known = await loads.known(wanted);
  await loads.storeLayers(wanted, known);
  const changed: number[] = [];
  for (const next of wanted) {
    if (known.published.has(next.number)) continue;
    const onPublished = next.layers.some(({ locality }) => known.published.has(locality));
    const last = known.hashes.get(next.number);
    if (onPublished ? await loads.storeOnPublished(next, last) : await loads.store(next, last))
      changed.push(next.number);
  }
  return changed;
}
