import type { ScoringToLoad } from '../../sheet/scoring-files.file.js';

/** Where sheets of files are kept. */
export type SheetLoads = {
  /** Hash of what each locality had last, and who has published in the graph. */
  known(
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, { readonly hash: string; readonly published: boolean }>>;
  store(next: ScoringToLoad): Promise<void>;
};

/**
 * Stores the sheets of each locality that are not what it has, in force from today. A locality that
 * published sheets keeps them; one that scores by nothing and has what
 * everybody has is not stored. Gives those that changed.
 */
export async function loadSheets(loads: SheetLoads, wanted: readonly ScoringToLoad[]): Promise<number[]> {
  const known = await loads.known(wanted.map(({ number }) => number));
  const changed: number[] = [];
  for (const next of wanted) {
    const has = known.get(next.number);
    if ((next.plain && !has) || has?.published || has?.hash === next.hash) continue;
    await loads.store(next);
    changed.push(next.number);
  }
  return changed;
}
