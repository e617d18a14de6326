import type { DefinitionDesk, EffectiveValue, StoredDefinition } from '@duban/kernel';
import type { Sheets } from '../sheet/sheet.js';

/** A version of the locality's sheets as it is stored. */
export type StoredSheets = StoredDefinition<Sheets>;

/** What drafting, approving and comparing sheets takes. */
export type SheetDesk = DefinitionDesk<Sheets> & {
  /** Every value of a version, with the level that said it last; under `below`, when it is given. */
  valuesOf(stored: StoredSheets, below: string | null): readonly EffectiveValue[];
};

/** What every command on sheets gets. */
export type SheetDeps = { readonly sheets: SheetDesk };
