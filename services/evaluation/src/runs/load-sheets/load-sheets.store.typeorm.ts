import { dateInShanghai, type ExpressionLanguage, type PinnedLayer } from '@duban/kernel';
import {
  contentHash,
  type Database,
  type KnownLayers,
  knownLayers,
  type LayerRow,
  layersToBuildOn,
  numbersIn,
  storeLayers,
  systemScope,
  type Transaction,
} from '@duban/kernel/runtime';
import { storeSheets } from '../../definitions/sheet-version.store.js';
import { type EffectiveSheets, effectiveSheets, type JudgeSheet } from '../../sheet/effective-sheets.js';
import type { ScoringToLoad } from '../../sheet/scoring-files.file.js';
import { isIncomplete } from '../../sheet/sheet-problem.js';
import type { KnownSheets, SheetLoads } from './load-sheets.js';

const NOUN = 'sheet';
type Known = KnownSheets & KnownLayers;

const NOTHING: Known = {
  hashes: new Map(),
  fileHashes: new Map(),
  ancestors: new Map(),
  published: new Set(),
};

/** All localities at once to find what changed, then one transaction for each that did. */
export const sheetLoads = (
  database: Database,
  language: ExpressionLanguage,
  judge: JudgeSheet,
): SheetLoads<Known> => ({
  known: (wanted) => knownSheets(database, wanted),
  storeLayers: (wanted, known) => storeLayers(database, NOUN, wanted, known),
  store: async (next, last) => {
    if (last === next.hash) return false;
    await inLocality(database, next, (tx) =>
      storeFile(tx, next.effective, next.hash, next.layers.map(ofFile)),
    );
    return true;
  },
  storeOnPublished: (next, last) =>
    inLocality(database, next, async (tx) => {
      const layers = await layersToBuildOn(tx, NOUN, next.layers, await lastLayers(tx));
      const effective = effectiveSheets(layers, language, judge);
      const hash = contentHash(effective.sheets);
      // A file that no longer fits what a level above published waits to be merged.
      if (last === hash || !effective.problems.every(isIncomplete)) return false;
      await storeFile(tx, effective, hash, layers);
      return true;
    }),
});

async function knownSheets(database: Database, wanted: readonly ScoringToLoad[]): Promise<Known> {
  const numbers = numbersIn(wanted);
  const [first] = numbers;
  if (first === undefined) return NOTHING;
  return database.transaction({ ...systemScope(first, 'LOAD'), tenants: numbers }, 'read', async (tx) => {
    const rows = await tx.query<{ number: number; hash: string }>(
      `SELECT DISTINCT ON (tenant_id) tenant_id AS number, hash
       FROM evaluation.sheet_version ORDER BY tenant_id, serial DESC`,
    );
    const hashes = new Map(rows.map(({ number, hash }) => [number, hash]));
    return { ...(await knownLayers(tx, NOUN)), hashes };
  });
}

const inLocality = <Done>(
  database: Database,
  { number }: ScoringToLoad,
  work: (tx: Transaction) => Promise<Done>,
): Promise<Done> => database.transaction(systemScope(number, 'LOAD'), 'write', work);

const ofFile = ({ text: _, ...layer }: ScoringToLoad['layers'][number]): PinnedLayer => ({
  ...layer,
  origin: 'FILE',
});

const storeFile = (
  tx: Transaction,
  { sheets, problems }: EffectiveSheets,
  hash: string,
  layers: readonly PinnedLayer[],
): Promise<string> => {
  const from = dateInShanghai(tx.recordedAt);
  return storeSheets(tx, { sheets, problems, hash, layers, from, origin: 'FILE', draftId: null });
};

/** The documents that the latest version was made of. */
async function lastLayers(tx: Transaction): Promise<readonly LayerRow[]> {
  const [last] = await tx.query<{ layers: readonly LayerRow[] }>(
    'SELECT layers FROM evaluation.sheet_version WHERE tenant_id = $1 ORDER BY serial DESC LIMIT 1',
    [tx.tenant],
  );
  return last?.layers ?? [];
}
