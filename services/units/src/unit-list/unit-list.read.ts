import type { UnitSystem } from '@duban/kernel';
import { type KeysetRow, keyset, type Page, type Slice, type SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import type { Key } from '../locality.store.js';
import { UNIT_COLUMNS } from '../unit.read.js';
import type { UnitRow } from '../unit.store.js';

export type UnitListFilter = {
  readonly active: boolean | null;
  readonly system: UnitSystem | null;
  readonly isHandlingUnit: boolean | null;
  readonly liaisonOrgan: Key | null;
  /** Part of the name or short name. */
  readonly text: string | null;
};

export type UnitOrder = 'ORDINAL' | 'NAME';

export type UnitList = {
  page(
    tenant: number,
    filter: UnitListFilter,
    order: UnitOrder,
    page: Page,
    today: string,
  ): Promise<Slice<UnitRow>>;
  count(tenant: number, filter: UnitListFilter, today: string): Promise<number>;
};

/** In the order of the file, or by pinyin. */
const SORTS: Readonly<Record<UnitOrder, SortKey>> = {
  ORDINAL: { name: 'ORDINAL', sql: 'unit.ordinal', type: 'int', direction: 'ASC' },
  NAME: { name: 'NAME', sql: 'unit.name COLLATE "zh-x-icu"', type: 'text', direction: 'ASC' },
};

const FILTER = `unit.tenant_id = $1
  AND ($2::boolean IS NULL OR (unit.valid_from <= $3::date AND unit.valid_to > $3::date) = $2)
  AND ($4::text IS NULL OR unit.system = $4)
  AND ($5::boolean IS NULL OR unit.is_handling_unit = $5)
  AND ($6::uuid IS NULL OR (unit.tenant_id = $7 AND unit.liaison_organ_id = $6))
  AND ($8::text IS NULL OR strpos(unit.name, $8) > 0 OR strpos(unit.short_name, $8) > 0)`;

const paramsOf = (tenant: number, filter: UnitListFilter, today: string): unknown[] => [
  tenant,
  filter.active,
  today,
  filter.system,
  filter.isHandlingUnit,
  filter.liaisonOrgan?.id ?? null,
  filter.liaisonOrgan?.tenant ?? null,
  filter.text,
];

export function unitList(tx: Transaction): UnitList {
  return {
    page: async (tenant, filter, order, page, today) => {
      const params = paramsOf(tenant, filter, today);
      const keys = keyset(page, { sort: SORTS[order], id: { sql: 'unit.id' }, nextParam: params.length + 1 });
      const rows = await tx.query<UnitRow & KeysetRow>(
        `SELECT ${UNIT_COLUMNS}, ${keys.columns} FROM units.unit
         WHERE ${FILTER} AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
        [...params, ...keys.params],
      );
      return keys.slice(rows);
    },
    count: async (tenant, filter, today) => {
      const [row] = await tx.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM units.unit WHERE ${FILTER}`,
        paramsOf(tenant, filter, today),
      );
      return row?.count ?? 0;
    },
  };
}
