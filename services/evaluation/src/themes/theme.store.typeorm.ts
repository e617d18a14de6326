import { type KeysetRow, keyset, type SortKey } from '@duban/kernel/graphql';
import type { Transaction } from '@duban/kernel/runtime';
import { type KeptTheme, type PickedCase, type ThemeEvent, type ThemeWords, themeFilter } from './theme.js';
import type { ThemeState, ThemeStore } from './theme.store.js';

type Row = Omit<KeptTheme, 'openedAt' | 'closedAt'> & {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
};

const COLUMNS = `theme_id AS "themeId", name, name_en AS "nameEn", description, filter,
  opened_at AS "openedAt", closed_at AS "closedAt", closing_reason AS "closingReason", version`;

const IN_STATE: Readonly<Record<NonNullable<ThemeState>, string>> = {
  OPEN: 'closed_at IS NULL',
  CLOSED: 'closed_at IS NOT NULL',
};
const WANTED = (state: ThemeState): string => `tenant_id = $1 AND ${state ? IN_STATE[state] : 'true'}`;

const LATEST: SortKey = { name: 'LATEST', sql: 'opened_at', type: 'timestamptz', direction: 'DESC' };

const toKept = (row: Row): KeptTheme => ({
  themeId: row.themeId,
  name: row.name,
  nameEn: row.nameEn,
  description: row.description,
  filter: themeFilter(row.filter),
  openedAt: row.openedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  closingReason: row.closingReason,
  version: row.version,
});

const streamOf = (themeId: string): string => `theme:${themeId}`;

export const themeStore = (tx: Transaction): ThemeStore => ({
  async find({ tenant, id }) {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM evaluation.theme WHERE tenant_id = $1 AND theme_id = $2`,
      [tenant, id],
    );
    return row ? toKept(row) : null;
  },
  async findOpen(name) {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM evaluation.theme WHERE tenant_id = $1 AND name = $2 AND closed_at IS NULL`,
      [tx.tenant, name],
    );
    return row ? toKept(row) : null;
  },
  async page(state, page) {
    const keys = keyset(page, { sort: LATEST, id: { sql: 'theme_id' }, nextParam: 2 });
    const rows = await tx.query<Row & KeysetRow>(
      `SELECT ${COLUMNS}, ${keys.columns} FROM evaluation.theme
       WHERE ${WANTED(state)} AND ${keys.where} ORDER BY ${keys.orderBy} LIMIT ${keys.limit}`,
      [tx.tenant, ...keys.params],
    );
    const { items, ...around } = keys.slice(rows);
    return { ...around, items: items.map(({ cursor, row }) => ({ cursor, row: toKept(row) })) };
  },
  async count(state) {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM evaluation.theme WHERE ${WANTED(state)}`,
      [tx.tenant],
    );
    return row?.count ?? 0;
  },
  picked: (themeId) =>
    tx.query<PickedCase>(
      `SELECT owner_id AS "ownerId", case_id AS "caseId" FROM evaluation.theme_case
       WHERE tenant_id = $1 AND theme_id = $2 ORDER BY owner_id, case_id`,
      [tx.tenant, themeId],
    ),
  history: (themeId) => tx.load(streamOf(themeId)),
  async append(event, before) {
    const version = before?.version ?? 0;
    await project(tx, event, version + 1);
    await tx.append(streamOf(event.payload.themeId), version, [event]);
  },
});

async function project(tx: Transaction, event: ThemeEvent, version: number): Promise<void> {
  const key = [tx.tenant, event.payload.themeId];
  const of = 'WHERE tenant_id = $1 AND theme_id = $2';
  switch (event.type) {
    case 'theme.opened':
      await tx.query(
        `INSERT INTO evaluation.theme (tenant_id, theme_id, name, name_en, description, filter, version, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...key, ...wordsOf(event.payload), version, tx.recordedAt],
      );
      return;
    case 'theme.revised':
      await tx.query(
        `UPDATE evaluation.theme SET name = $3, name_en = $4, description = $5, filter = $6, version = $7 ${of}`,
        [...key, ...wordsOf(event.payload), version],
      );
      return;
    case 'theme.closed':
      await tx.query(`UPDATE evaluation.theme SET closed_at = $3, closing_reason = $4, version = $5 ${of}`, [
        ...key,
        tx.recordedAt,
        event.payload.reason,
        version,
      ]);
      return;
    default:
      await projectPick(tx, event);
      await tx.query(`UPDATE evaluation.theme SET version = $3 ${of}`, [...key, version]);
  }
}

type Pick = Extract<ThemeEvent, { type: 'theme.case_added' | 'theme.case_removed' }>;

const projectPick = (
  tx: Transaction,
  { type, payload: { themeId, ownerId, caseId } }: Pick,
): Promise<unknown> =>
  tx.query(
    type === 'theme.case_added'
      ? 'INSERT INTO evaluation.theme_case (tenant_id, theme_id, owner_id, case_id) VALUES ($1, $2, $3, $4)'
      : 'DELETE FROM evaluation.theme_case WHERE tenant_id = $1 AND theme_id = $2 AND owner_id = $3 AND case_id = $4',
    [tx.tenant, themeId, ownerId, caseId],
  );

const wordsOf = ({ name, nameEn, description, filter }: ThemeWords): unknown[] => [
  name,
  nameEn,
  description,
  JSON.stringify(filter),
];
