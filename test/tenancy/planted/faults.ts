import type { Transaction } from '@duban/kernel/runtime';
import type pg from 'pg';
import type { BoardDeps, NoticeRow } from './board-graph.js';

export type Fault =
  | 'a setting for the whole session'
  | 'a table without FORCE that its owner reads'
  | 'a policy that is true'
  | 'an unchecked reference'
  | 'a loader shared between requests';

/** Faults that stand in the database. Without FORCE a table’s owner is bound by no policy. */
export const SQL_FAULTS: Readonly<Record<string, { readonly plant: string; readonly remove: string }>> = {
  'a table without FORCE that its owner reads': {
    plant:
      'ALTER TABLE board.notice OWNER TO duban_board_app; ALTER TABLE board.notice NO FORCE ROW LEVEL SECURITY',
    remove: `ALTER TABLE board.notice OWNER TO duban_board_owner; ALTER TABLE board.notice FORCE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE ON board.notice TO duban_board_app`,
  },
  'a policy that is true': {
    plant: 'CREATE POLICY open ON board.notice FOR SELECT TO duban_board_app USING (true)',
    remove: 'DROP POLICY open ON board.notice',
  },
};

const LIST = 'SELECT tenant_id, id, title FROM board.notice ORDER BY id';
const FIND = 'SELECT tenant_id, id, title FROM board.notice WHERE id = ANY ($1)';

type Run = (sql: string, params: readonly unknown[]) => Promise<readonly NoticeRow[]>;

/** Reading as it should be: in the viewer's own transaction, and nothing else. */
function reading(run: Run): BoardDeps {
  const find = async (id: string) => (await run(FIND, [[id]]))[0] ?? null;
  return { list: () => run(LIST, []), find, resolve: (_tenant, id) => find(id) };
}

/** What the service reads with, by the fault planted in its code. */
export function depsWith(fault: Fault | null, pool: pg.Pool): (tx: Transaction) => BoardDeps {
  const sound = (tx: Transaction) => reading((sql, params) => tx.query<NoticeRow>(sql, params));
  if (fault === 'a setting for the whole session') return (tx) => setOnce(pool, tx.tenant);
  if (fault === 'an unchecked reference') return (tx) => ({ ...sound(tx), resolve: whereItLives(pool) });
  if (fault === 'a loader shared between requests') return sharing(sound);
  return sound;
}

/** The setting outlives the request that made it; who forgets to make it reads with somebody else's. */
function setOnce(pool: pg.Pool, tenant: number): BoardDeps {
  const unset = reading(async (sql, params) => (await pool.query<NoticeRow>(sql, [...params])).rows);
  const list = async () => {
    await pool.query(`SELECT set_config('app.tenants', $1, false)`, [`{${tenant}}`]);
    return unset.list();
  };
  return { ...unset, list };
}

/** The locality is believed to be the one that the id names. */
const whereItLives =
  (pool: pg.Pool): BoardDeps['resolve'] =>
  async (tenant, id) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.tenants', $1, true)`, [`{${tenant}}`]);
      return (await client.query<NoticeRow>(FIND, [[id]])).rows[0] ?? null;
    } finally {
      await client.query('COMMIT');
      client.release();
    }
  };

/** What was loaded for one is kept for all. */
function sharing(sound: (tx: Transaction) => BoardDeps): (tx: Transaction) => BoardDeps {
  const loaded = new Map<string, Promise<NoticeRow | null>>();
  return (tx) => {
    const deps = sound(tx);
    const find = (id: string) => {
      const row = loaded.get(id) ?? deps.find(id);
      loaded.set(id, row);
      return row;
    };
    return { ...deps, find };
  };
}
