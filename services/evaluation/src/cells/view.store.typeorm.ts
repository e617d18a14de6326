import type { Transaction } from '@duban/kernel/runtime';
import { addUp } from './cell.store.typeorm.js';
import { CELL_COLUMNS, KEY_NAMES, NUMBER_NAMES } from './cell-columns.js';
import { CHECKSUM_MODULUS } from './checksum.js';
import { MEANING } from './counter.js';
import type { ViewStore } from './view.store.js';
import type { Member, Standing } from './view-plan.js';

const NAMES = CELL_COLUMNS.map(({ name }) => name).join(', ');

/** Columns of cells to be added, or taken away. */
const signed = (alias: string, sign: 1 | -1): string =>
  [
    ...KEY_NAMES.map((name) => `${alias}.${name}`),
    ...NUMBER_NAMES.map((name) => `${sign === 1 ? '' : '-'}${alias}.${name} AS ${name}`),
    `${sign === 1 ? '' : `${CHECKSUM_MODULUS} - `}${alias}.checksum AS checksum`,
  ].join(', ');

/** Rows of the same key as one row. */
export const addedUp = (source: string): string =>
  `SELECT ${KEY_NAMES.join(', ')}, ${NUMBER_NAMES.map((name) => `sum(${name})::int AS ${name}`).join(', ')},
     (sum(checksum) % ${CHECKSUM_MODULUS})::bigint AS checksum
   FROM (${source}) part GROUP BY ${KEY_NAMES.join(', ')}`;

/**
 * Adds rows to the view's cells, which have another version then, with what is written beside them
 * (`beside`: the statement's WITH), and removes cells that nothing is in any more.
 */
const addToView = (tx: Transaction, beside: string, source: string, params: readonly unknown[]) =>
  addUp(
    tx,
    'ALL',
    `renewed AS (UPDATE evaluation.cell_view SET version = gen_random_uuid() WHERE tenant_id = $1), ${beside}`,
    `SELECT $1::int, 'ALL', ${NAMES} FROM (${addedUp(source)}) delta ORDER BY cube, key`,
    params,
  );

export const ownCells = (sign: 1 | -1, of: string): string =>
  `SELECT ${signed('own', sign)} FROM evaluation.cell own WHERE own.part = 'OWN' AND own.tenant_id IN (${of})`;

/** Changes of members after the position that the view has reached. */
export const pendingChanges = (sign: 1 | -1, members: string): string =>
  `SELECT ${signed('change', sign)} FROM evaluation.cell_cursor reached
   JOIN evaluation.cell_change change ON change.tenant_id = reached.member_id AND change.position > reached.position
   WHERE reached.tenant_id = $1 AND reached.member_id IN (${members})`;

export const viewStore = (tx: Transaction): ViewStore => ({
  claim: () => claim(tx),
  clear: () => clear(tx),
  members: (day) => members(tx, day),
  advance: (moved) => advance(tx, moved),
  join: (coming) => join(tx, numbersOf(coming)),
  leave: (going) => leave(tx, numbersOf(going)),
  noteMembers: async () => {
    await tx.query(
      `UPDATE evaluation.cell_view SET localities = ${MEMBERS}, localities_hash = ${hashOf(MEMBERS)}
       WHERE tenant_id = $1 AND localities <> ${MEMBERS}`,
      [tx.tenant],
    );
  },
});

/** What a list of localities is told by, as whoever asks for their sums works it out (`cell.read.ts`). */
const hashOf = (localities: string): string =>
  `encode(sha256(convert_to((${localities})::text, 'UTF8')), 'hex')`;

const MEMBERS = 'ARRAY(SELECT member_id FROM evaluation.cell_cursor WHERE tenant_id = $1 ORDER BY member_id)';
const NOBODY = `'{}'::int[]`;

const numbersOf = (members: readonly Member[]): number[] => members.map(({ locality }) => locality);

async function claim(tx: Transaction): Promise<boolean> {
  const find = (): Promise<{ meaning: string }[]> =>
    tx.query('SELECT meaning FROM evaluation.cell_view WHERE tenant_id = $1 FOR UPDATE SKIP LOCKED', [
      tx.tenant,
    ]);
  const [row = await begin(tx).then(async () => (await find())[0])] = await find();
  if (row && row.meaning !== MEANING) await clear(tx);
  return row !== undefined;
}

/** Without cells yet, unless somebody was faster. */
async function begin(tx: Transaction): Promise<void> {
  await tx.query(
    `INSERT INTO evaluation.cell_view (tenant_id, meaning, localities, localities_hash)
     SELECT $1, $2, ${NOBODY}, ${hashOf(NOBODY)} WHERE NOT EXISTS (SELECT FROM evaluation.cell_view WHERE tenant_id = $1) ON CONFLICT DO NOTHING`,
    [tx.tenant, MEANING],
  );
}

async function clear(tx: Transaction): Promise<void> {
  await tx.query(`DELETE FROM evaluation.cell WHERE tenant_id = $1 AND part = 'ALL'`, [tx.tenant]);
  await tx.query('DELETE FROM evaluation.cell_cursor WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    `UPDATE evaluation.cell_view SET meaning = $2, localities = ${NOBODY}, localities_hash = ${hashOf(NOBODY)},
       version = gen_random_uuid() WHERE tenant_id = $1`,
    [tx.tenant, MEANING],
  );
}

type MemberRow = {
  readonly locality: number;
  readonly inTree: boolean;
  readonly head: Standing | null;
  readonly cursor: Standing | null;
  readonly known: number;
};

async function members(tx: Transaction, day: string): Promise<Member[]> {
  // The array stands in a query of its own, so that one plan serves all arrays.
  const rows = await tx.query<MemberRow>(
    `SELECT locality, locality = $1 AND EXISTS (SELECT FROM evaluation.locality_edge
         WHERE ancestor_id = $1 AND valid_from <= $3::date AND $3::date < valid_to)
       OR EXISTS (SELECT FROM evaluation.locality_edge
         WHERE ancestor_id = $1 AND tenant_id = locality AND shares <> 'NONE' AND valid_from <= $3::date AND $3::date < valid_to) AS "inTree",
       CASE WHEN head.meaning = $4 THEN jsonb_build_object('generation', head.generation, 'position', head.position) END AS head,
       CASE WHEN reached.position IS NOT NULL THEN jsonb_build_object('generation', reached.generation, 'position', reached.position) END AS cursor,
       (SELECT count(DISTINCT position) FROM evaluation.cell_change change
        WHERE change.tenant_id = locality AND change.position > reached.position AND change.position <= head.position)::int AS known
     FROM unnest((SELECT $2::int[])) AS locality
     LEFT JOIN evaluation.cell_head head ON head.tenant_id = locality
     LEFT JOIN evaluation.cell_cursor reached ON reached.tenant_id = $1 AND reached.member_id = locality`,
    [tx.tenant, tx.scope.tenants, day, MEANING],
  );
  return rows.map(({ known, ...row }) => ({
    ...row,
    whole: !row.head || !row.cursor || known === row.head.position - row.cursor.position,
  }));
}

/** Up to the positions that were seen: a later change waits for its turn. */
async function advance(tx: Transaction, moved: readonly Member[]): Promise<void> {
  const from = moved.map(({ cursor }) => cursor?.position ?? 0);
  const to = moved.map(({ head }) => head?.position ?? 0);
  await addToView(
    tx,
    `span AS MATERIALIZED (
       SELECT * FROM unnest((SELECT $2::int[]), (SELECT $3::bigint[]), (SELECT $4::bigint[])) AS span (member, after, upto)),
     reached AS (
       UPDATE evaluation.cell_cursor SET position = span.upto FROM span WHERE tenant_id = $1 AND member_id = member)`,
    `SELECT ${signed('change', 1)} FROM span
     JOIN evaluation.cell_change change ON change.tenant_id = member AND change.position > after AND change.position <= upto`,
    [numbersOf(moved), from, to],
  );
}

/** Sum and positions are read by one statement, so that they belong together. */
async function join(tx: Transaction, coming: readonly number[]): Promise<void> {
  await addToView(
    tx,
    `head AS MATERIALIZED (
       SELECT tenant_id, generation, position FROM evaluation.cell_head WHERE tenant_id = ANY($2::int[]) AND meaning = $3),
     reached AS (
       INSERT INTO evaluation.cell_cursor (tenant_id, member_id, generation, position)
       SELECT $1, tenant_id, generation, position FROM head)`,
    ownCells(1, 'SELECT tenant_id FROM head'),
    [coming, MEANING],
  );
}

/** What a member had brought: its own cells as they stand, less the changes that had not been taken over. */
async function leave(tx: Transaction, going: readonly number[]): Promise<void> {
  const those = 'SELECT member FROM going';
  await addToView(
    tx,
    'going AS (SELECT unnest($2::int[]) AS member)',
    `${ownCells(-1, those)} UNION ALL ${pendingChanges(1, those)}`,
    [going],
  );
  await tx.query('DELETE FROM evaluation.cell_cursor WHERE tenant_id = $1 AND member_id = ANY($2::int[])', [
    tx.tenant,
    going,
  ]);
}
