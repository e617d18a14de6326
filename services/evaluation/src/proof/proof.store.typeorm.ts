import type { Database, Scope, Transaction } from '@duban/kernel/runtime';
import { type Cell, sameCell } from '../cells/cell.js';
import { cellConditions } from '../cells/cell.read.js';
import { given, inSlice } from '../cells/cell-check.read.js';
import { CELL_COLUMNS, KEY_NAMES } from '../cells/cell-columns.js';
import { sourceOf } from '../cells/cell-question.js';
import { MEANING } from '../cells/counter.js';
import type { Recounts } from './proof.js';
import type { ProofReads, ProofStore } from './proof.store.js';
import type { CheckedPlace } from './visit.js';

const KEPT = CELL_COLUMNS.filter(({ name }) => KEY_NAMES.includes(name) || name === 'items');
const NAMES = KEPT.map(({ name }) => name).join(', ');

/** The same rows that figures read of cells (`cell.read.ts`), of the cube that is divided least but for one category. */
const recountsOf = (conditions: readonly string[]): string => `
SELECT tenant_id AS "tenant", bool_and(equal) AS equal, min(checked_at) AS "checkedAt", sum(items)::int AS members
FROM evaluation.cell_proof
WHERE (part = 'OWN' AND tenant_id = ANY($1::int[]) OR part = 'ALL' AND tenant_id = ANY($2::int[]))
  AND ${conditions.join('\n  AND ')}
GROUP BY tenant_id`;

export const proofReads = (tx: Transaction): ProofReads => ({
  async recounts(groups, population) {
    if (groups.length === 0) return new Map();
    const { own, all } = sourceOf(groups);
    const params: unknown[] = [own, [...all.keys()]];
    const cube = population.category === null ? 'PLAIN' : 'CATEGORY';
    const where = cellConditions(cube, population, (value) => `$${params.push(value)}`);
    const rows = await tx.query<{ tenant: number; equal: boolean; checkedAt: Date; members: number }>(
      recountsOf(where),
      params,
    );
    return new Map(
      rows.map(({ tenant, checkedAt, ...rest }): [number, Recounts] => [
        tenant,
        { ...rest, checkedAt: checkedAt.toISOString() },
      ]),
    );
  },
});

export const proofStore = (tx: Transaction): ProofStore => ({
  async keep(part, slice, { stored, recounted }, at, doubted) {
    const known = new Map(stored.map((cell) => [cell.key, cell]));
    const right = new Map(recounted.map((cell) => [cell.key, cell]));
    const cells = [...new Map([...right, ...known]).values()];
    const equal = ({ key }: Cell) => !doubted.has(key) && sameCell(known.get(key), right.get(key));
    await tx.query(
      `INSERT INTO evaluation.cell_proof (tenant_id, part, checked_at, ${NAMES}, equal)
       SELECT $1::int, $2::text, $3::timestamptz, * FROM
         unnest(${KEPT.map(({ type }, at) => `$${at + 4}::${type}[]`).join(', ')}, $${KEPT.length + 4}::boolean[])
       ON CONFLICT (tenant_id, part, cube, key) DO UPDATE
         SET checked_at = excluded.checked_at, equal = excluded.equal, items = excluded.items
         WHERE cell_proof.checked_at <= excluded.checked_at`,
      [tx.tenant, part, at, ...KEPT.map(({ of }) => cells.map(of)), cells.map(equal)],
    );
    await tx.query(
      `DELETE FROM evaluation.cell_proof WHERE tenant_id = $1 AND part = $2 AND checked_at < $3 AND ${inSlice(4)}`,
      [tx.tenant, part, at, ...given(slice)],
    );
  },
  async close(part, day, cells, wrong) {
    await tx.query(
      `INSERT INTO evaluation.cell_audit (tenant_id, part, checked_on, cells, wrong) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, part) DO UPDATE SET checked_on = $3, cells = $4, wrong = $5`,
      [tx.tenant, part, day, cells, wrong],
    );
  },
  async forget(part) {
    for (const table of ['cell_proof', 'cell_audit'])
      await tx.query(`DELETE FROM evaluation.${table} WHERE tenant_id = $1 AND part = $2`, [tx.tenant, part]);
  },
});

/** Bound by policies to places and days: no cell is seen in it. */
const OVERVIEW: Scope = { tenant: 1, tenants: [], purpose: 'RELAY', actor: null };

const PLACES = `
WITH made AS (
  SELECT tenant_id, 'OWN' AS part, '{}'::int[] AS members, concat(generation, position) AS state
  FROM evaluation.cell_head WHERE meaning = $1
  UNION ALL SELECT view.tenant_id, 'ALL', view.localities, concat(sum(reached.position), sum(hashtext(reached.generation::text)))
  FROM evaluation.cell_view view JOIN evaluation.cell_cursor reached USING (tenant_id)
  WHERE view.meaning = $1 AND view.localities <> '{}' GROUP BY view.tenant_id, view.localities)
SELECT tenant_id AS tenant, part, members, state, audit.checked_on AS "checkedOn" FROM made
LEFT JOIN evaluation.cell_audit audit USING (tenant_id, part) ORDER BY part DESC, tenant_id`;

/** Everything that can be recounted: first every locality's own cells, then those made of them. */
export const checkedPlaces = (database: Database): Promise<CheckedPlace[]> =>
  database.look<CheckedPlace>(OVERVIEW, PLACES, [MEANING]);

const MADE_OF = {
  OWN: `SELECT year FROM evaluation.case_fact WHERE valid_to = 'infinity' AND tenant_id = ANY($3::int[])`,
  ALL: `SELECT year FROM evaluation.cell WHERE part = 'OWN' AND cube = 'PLAIN' AND tenant_id = ANY($3::int[])`,
} as const;

/** Years that cells of a place speak of, or should; null for cases without one. */
export async function yearsOf(tx: Transaction, place: CheckedPlace): Promise<(number | null)[]> {
  const { part, tenant, members } = place;
  const rows = await tx.query<{ year: number | null }>(
    `SELECT year FROM evaluation.cell WHERE tenant_id = $1 AND part = $2 UNION ${MADE_OF[part]} ORDER BY year`,
    [tenant, part, part === 'OWN' ? [tenant] : members],
  );
  return rows.map(({ year }) => year);
}

/** Cells beside what is known of them; those that are wrong, new, gone, or have more or fewer cases than then, come first. */
const beside = (part: 'OWN' | 'ALL'): string =>
  `(SELECT key, year, items FROM evaluation.cell WHERE tenant_id = $1 AND part = '${part}') cell
   FULL JOIN (SELECT key, year, items, equal FROM evaluation.cell_proof WHERE tenant_id = $1 AND part = '${part}') known USING (key)`;
const OUTDATED = 'known.equal IS NOT TRUE OR cell.items IS DISTINCT FROM known.items';

/** Keys of a few cells of a view that should be recounted first, and of some that a member has. */
export async function someKeys(
  tx: Transaction,
  { tenant, members }: CheckedPlace,
  count: number,
): Promise<string[]> {
  const member = members[Math.floor(Math.random() * members.length)] ?? tenant;
  const rows = await tx.query<{ key: string }>(
    `(SELECT key FROM ${beside('ALL')} ORDER BY (${OUTDATED}) DESC, random() LIMIT $3)
     UNION (SELECT key FROM evaluation.cell WHERE tenant_id = $2 AND part = 'OWN' ORDER BY random() LIMIT $3)`,
    [tenant, member, count],
  );
  return rows.map(({ key }) => key);
}

/** A year of a locality's own cells: one with cells that should be recounted first, or any. */
export async function someYear(tx: Transaction): Promise<number | null | undefined> {
  const [row] = await tx.query<{ year: number | null }>(
    `SELECT coalesce(cell.year, known.year) AS year FROM ${beside('OWN')}
     GROUP BY 1 ORDER BY bool_or(${OUTDATED}) DESC, random() LIMIT 1`,
    [tx.tenant],
  );
  return row?.year;
}

/** Keys of own cells of the members that are known to be wrong. */
export async function doubtedKeys(tx: Transaction, members: readonly number[]): Promise<Set<string>> {
  const rows = await tx.query<{ key: string }>(
    `SELECT DISTINCT key FROM evaluation.cell_proof WHERE part = 'OWN' AND NOT equal AND tenant_id = ANY($1::int[])`,
    [members],
  );
  return new Set(rows.map(({ key }) => key));
}
