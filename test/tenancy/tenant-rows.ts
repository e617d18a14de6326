import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

type Table = { readonly name: string };

/** Sums are recounted again and again, with the same result each time: when is not what is compared. */
const withoutTimes = (table: string): string =>
  table === 'evaluation.cell_proof' ? `(to_jsonb(row) - 'checked_at')::text` : 'row::text';
/** When everything was last recounted, by itself, once a day. */
const DAILY = 'evaluation.cell_audit';

/** All localities' rows, looked at by the administrator, whom no policy binds. */
export class TenantRows {
  private constructor(
    private readonly client: pg.Client,
    readonly tables: readonly string[],
  ) {}

  static async open(databaseUrl: string): Promise<TenantRows> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<Table>(`
      SELECT c.oid::regclass::text AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text NOT LIKE 'pg\\_%' ORDER BY 1`);
    return new TenantRows(
      client,
      rows.map(({ name }) => name),
    );
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Changes the database behind everybody's back. */
  async plant(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  /** Number and checksum of a locality's rows, table by table. */
  async checksums(tenant: number): Promise<Record<string, string>> {
    const sums = await this.each((table) => [
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(h, '' ORDER BY h)), '') AS value
       FROM (SELECT md5(${withoutTimes(table)}) AS h FROM ${table} row WHERE tenant_id = $1) hashes`,
      [tenant],
    ]);
    const lasting = sums.filter(([table]) => table !== DAILY);
    return Object.fromEntries(lasting.map(([table, [row]]) => [table, row?.value ?? '']));
  }

  /** Waits until every sum, of one locality or of all, has been recounted since it last changed. */
  async recounted(tenant: number | null = null): Promise<void> {
    for (;;) {
      const { rows } = await this.client.query(
        `SELECT FROM evaluation.cell FULL JOIN evaluation.cell_proof known USING (tenant_id, part, cube, key)
         WHERE ($1::int IS NULL OR tenant_id = $1) AND (known.equal IS NOT TRUE OR cell.items IS DISTINCT FROM known.items) LIMIT 1`,
        [tenant],
      );
      if (rows.length === 0) return;
      await sleep(200);
    }
  }

  /** The checksums once nothing changes any more: consumers have caught up, sums are recounted. */
  async settled(tenant: number): Promise<Record<string, string>> {
    await this.recounted(tenant);
    for (let before = ''; ; await sleep(500)) {
      const now = await this.checksums(tenant);
      if (JSON.stringify(now) === before) return now;
      before = JSON.stringify(now);
    }
  }

  /** Every UUID in a locality's rows, payloads included, that stands in nobody else's. */
  async ownUuids(tenant: number): Promise<Set<string>> {
    const [own, others] = await Promise.all([
      this.uuids('tenant_id = $1', tenant),
      this.uuids('tenant_id <> $1', tenant),
    ]);
    return new Set([...own].filter((uuid) => !others.has(uuid)));
  }

  /** Tables where a row of another locality holds what is this one's: an id or a marked text. */
  async heldByOthers(tenant: number, uuids: ReadonlySet<string>, mark: string): Promise<string[]> {
    const rows = await this.texts('tenant_id <> $1', tenant);
    return rows
      .filter(([, text]) => text.includes(mark) || text.match(UUID)?.some((uuid) => uuids.has(uuid)))
      .map(([table, text]) => `${table}: ${text.slice(0, 200)}`);
  }

  /** Foreign keys, beside those whose tenant columns are matched with each other: they could cross over. */
  async crossingKeys(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(`
      SELECT k.conrelid::regclass || ' ' || k.conname AS name FROM pg_constraint k
      WHERE k.contype = 'f' AND NOT EXISTS (
        SELECT FROM generate_subscripts(k.conkey, 1) at
        JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = k.conkey[at]
        JOIN pg_attribute target ON target.attrelid = k.confrelid AND target.attnum = k.confkey[at]
        WHERE own.attname = 'tenant_id' AND target.attname = 'tenant_id')`);
    return rows.map(({ name }) => name);
  }

  private async uuids(where: string, tenant: number): Promise<Set<string>> {
    const rows = await this.texts(where, tenant);
    return new Set(rows.flatMap(([, text]) => text.match(UUID) ?? []));
  }

  private async texts(where: string, tenant: number): Promise<(readonly [table: string, text: string])[]> {
    const rows = await this.each((table) => [
      `SELECT row::text AS value FROM ${table} row WHERE ${where}`,
      [tenant],
    ]);
    return rows.flatMap(([table, found]) => found.map(({ value }) => [table, value] as const));
  }

  private async each(
    statement: (table: string) => readonly [sql: string, params: unknown[]],
  ): Promise<[table: string, rows: { value: string }[]][]> {
    const found: [string, { value: string }[]][] = [];
    for (const table of this.tables) {
      const [sql, params] = statement(table);
      found.push([table, (await this.client.query<{ value: string }>(sql, params)).rows]);
    }
    return found;
  }
}
