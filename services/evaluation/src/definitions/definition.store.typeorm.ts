import type { DefinitionStore, PinnedLayer } from '@duban/kernel';
import { contentHash, definitionStore, type Transaction } from '@duban/kernel/runtime';
import type { Sheets } from '../sheet/sheet.js';
import type { SheetProblem } from '../sheet/sheet-problem.js';
import { SHEETS_IN_FORCE, storeSheets } from './sheet-version.store.js';

/** What is still to be entered in the sheets that documents make. */
type OpenIn = (layers: readonly PinnedLayer[]) => readonly SheetProblem[];

/** The sheets of one transaction's locality. Documents of levels above are read through their own policy. */
export const sheetDefinitions = (tx: Transaction, openIn: OpenIn): DefinitionStore<Sheets> =>
  definitionStore(tx, {
    noun: 'sheet',
    table: 'evaluation.sheet_version',
    columns: 'recorded_at AS "recordedAt", sheets AS definition',
    inForce: SHEETS_IN_FORCE,
    store: (at, { definition: sheets, ...next }) =>
      storeSheets(at, { ...next, sheets, problems: openIn(next.layers), hash: contentHash(sheets) }),
  });
