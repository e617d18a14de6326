import type { Cell } from './cell.js';
import { COUNTERS } from './counter.js';

type Column = { readonly name: string; readonly type: string; readonly of: (cell: Cell) => unknown };

const KEYS: readonly Column[] = [
  { name: 'cube', type: 'text', of: ({ cube }) => cube },
  { name: 'key', type: 'text', of: ({ key }) => key },
  { name: 'effective_from', type: 'date', of: ({ effectiveFrom }) => effectiveFrom },
  { name: 'year', type: 'int', of: ({ year }) => year },
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'period', type: 'text', of: ({ period }) => period },
  { name: 'system', type: 'text', of: ({ system }) => system },
  { name: 'key_item', type: 'boolean', of: ({ keyItem }) => keyItem },
  { name: 'outcomes', type: 'text', of: ({ outcomes }) => outcomes },
  { name: 'local_class', type: 'text', of: ({ localClass }) => localClass },
  { name: 'category', type: 'text', of: ({ category }) => category },
];

/** Columns of a cell's row, in order. Statements over cells are made from this list. */
export const CELL_COLUMNS: readonly Column[] = [
  ...KEYS,
  { name: 'members', type: 'int', of: ({ members }) => members },
  { name: 'checksum', type: 'bigint', of: ({ checksum }) => checksum },
  { name: 'items', type: 'int', of: ({ items }) => items },
  ...COUNTERS.map(({ column }, index) => ({
    name: column,
    type: 'int',
    of: ({ counters }: Cell) => counters[index] ?? 0,
  })),
];

/** Columns that say which cell it is. */
export const KEY_NAMES: readonly string[] = KEYS.map(({ name }) => name);
/** Columns that are added up as they are; the checksum is added up by its modulus. */
export const NUMBER_NAMES: readonly string[] = ['members', 'items', ...COUNTERS.map(({ column }) => column)];

/** A cell as the driver reads its row. */
export function cellOfRow(row: Readonly<Record<string, unknown>>): Cell {
  return {
    cube: row.cube as Cell['cube'],
    key: row.key as string,
    effectiveFrom: row.effective_from as string,
    year: row.year as number | null,
    kind: row.kind as string | null,
    period: row.period as string | null,
    system: row.system as string | null,
    keyItem: row.key_item as boolean,
    outcomes: row.outcomes as string | null,
    localClass: row.local_class as string | null,
    category: row.category as string | null,
    members: row.members as number,
    checksum: Number(row.checksum),
    items: row.items as number,
    counters: COUNTERS.map(({ column }) => Number(row[column])),
  };
}
