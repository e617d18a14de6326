import type { Transaction } from '@duban/kernel/runtime';
import type { Key } from './locality.store.js';
import type { PositionRow, SectionRow, UnitReads, UnitRow } from './unit.store.js';

export const UNIT_COLUMNS = `unit.tenant_id AS tenant, unit.id, unit.code, unit.name, unit.short_name AS "shortName", unit.system,
  unit.liaison_organ_id AS "liaisonOrganId", unit.is_handling_unit AS "isHandlingUnit", unit.valid_from::text AS "from",
  CASE WHEN unit.valid_to <> 'infinity' THEN (unit.valid_to - 1)::text END AS "to",
  unit.successor_id AS "successorId", unit.version`;
const UNIT = `SELECT ${UNIT_COLUMNS} FROM units.unit`;
const SECTION = `SELECT tenant_id AS tenant, id, unit_id AS "unitId", code, name, active FROM units.section`;
const POSITION = `SELECT tenant_id AS tenant, id, unit_id AS "unitId", section_id AS "sectionId", kind FROM units.position`;

const KEYS = 'IN (SELECT * FROM unnest($1::int[], $2::uuid[]))';
const paramsOf = (keys: readonly Key[]): unknown[] => [
  keys.map(({ tenant }) => tenant),
  keys.map(({ id }) => id),
];
const textOf = ({ tenant, id }: Key): string => `${tenant}/${id}`;

/** Batches for loaders, one statement each; row-level security decides what is there. */
export function unitReads(tx: Transaction): UnitReads {
  const one = async <Row extends Key>(sql: string, keys: readonly Key[]): Promise<(Row | null)[]> => {
    const rows = await tx.query<Row>(`${sql} WHERE (tenant_id, id) ${KEYS}`, paramsOf(keys));
    const found = new Map(rows.map((row) => [textOf(row), row]));
    return keys.map((key) => found.get(textOf(key)) ?? null);
  };
  const many = async <Row extends Key>(
    sql: string,
    keys: readonly Key[],
    ownerOf: (row: Row) => string | null,
  ): Promise<Row[][]> => {
    const rows = await tx.query<Row>(sql, paramsOf(keys));
    const grouped = Map.groupBy(rows, (row) => `${row.tenant}/${ownerOf(row)}`);
    return keys.map((key) => grouped.get(textOf(key)) ?? []);
  };
  return {
    byIds: (keys) => one<UnitRow>(UNIT, keys),
    sectionsByIds: (keys) => one<SectionRow>(SECTION, keys),
    positionsByIds: (keys) => one<PositionRow>(POSITION, keys),
    predecessorsOf: (keys) =>
      many<UnitRow>(
        `${UNIT} WHERE (tenant_id, successor_id) ${KEYS} ORDER BY valid_to, ordinal`,
        keys,
        ({ successorId }) => successorId,
      ),
    sectionsOf: (keys) =>
      many<SectionRow>(
        `${SECTION} WHERE (tenant_id, unit_id) ${KEYS} ORDER BY active DESC, ordinal, code`,
        keys,
        ({ unitId }) => unitId,
      ),
    positionsOf: (keys) =>
      many<PositionRow>(
        `${POSITION} WHERE (tenant_id, unit_id) ${KEYS} ORDER BY ordinal, id`,
        keys,
        ({ unitId }) => unitId,
      ),
  };
}
