import pg from 'pg';

/** What the database holds, read past row-level security by its superuser: the other side of what clients were told. */
export class Evidence {
  private constructor(private readonly client: pg.Client) {}

  static async open(databaseUrl: string): Promise<Evidence> {
    const client = new pg.Client({ connectionString: databaseUrl });
    // A connection that breaks fails the next statement; it need not take the whole run with it.
    client.on('error', () => undefined);
    await client.connect();
    return new Evidence(client);
  }

  close = (): Promise<void> => this.client.end();

  async rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.client.query(sql, params)).rows as Row[];
  }

  /** Mutations in the logs: how many events each left, the last version of its stream, how many answers are stored. */
  async effects(): Promise<Map<string, Effect>> {
    const rows = await this.rows<Effect & { key: string }>(
      LOGS.map(
        (log) => `SELECT key, events, versions, version, answers FROM
          (SELECT idempotency_key AS key, count(*)::int AS events, max(stream_version) AS version,
             count(DISTINCT (stream, stream_version))::int AS versions
           FROM ${log}.event WHERE idempotency_key IS NOT NULL GROUP BY 1) e
          FULL JOIN (SELECT key, count(*)::int AS answers FROM ${log}.idempotency GROUP BY 1) a USING (key)`,
      ).join(' UNION ALL '),
    );
    return new Map(rows.map(({ key, ...effect }) => [key, effect]));
  }

  /** The types of events of each case, in order, and how many cases have that sequence. */
  async lives(): Promise<{ readonly types: string; readonly cases: number }[]> {
    return this.rows(
      `SELECT types, count(*)::int AS cases FROM
         (SELECT string_agg(type, ' ' ORDER BY stream_version) AS types FROM proposals.event
          WHERE stream LIKE 'proposal:%' GROUP BY tenant_id, stream) s GROUP BY 1`,
    );
  }

  /** Consumers that are not at the head of the log they read, or stand still at an event. */
  async behind(): Promise<{ readonly consumer: string; readonly source: string; readonly events: number }[]> {
    const rows = await this.rows<{ consumer: string; source: string; events: number; parked: boolean }>(
      READERS.map(
        ([consumer, source]) => `SELECT '${consumer}' AS consumer, '${source}' AS source,
          sum(h.position - coalesce(c.position, 0))::int AS events FROM ${source}.event_head h
          LEFT JOIN ${consumer}.consumer_cursor c ON c.tenant_id = h.tenant_id AND c.source = '${source}'
          WHERE h.position > coalesce(c.position, 0) OR c.parked_at IS NOT NULL`,
      ).join(' UNION ALL '),
    );
    return rows.filter(({ events }) => events !== null);
  }

  /** How much of a locality's cases is in the facts. */
  async progress(tenant: number): Promise<{ readonly folded: number; readonly head: number }> {
    const [row] = await this.rows<{ folded: number; head: number }>(
      `SELECT coalesce(c.position, 0)::int AS folded, h.position::int AS head FROM proposals.event_head h
       LEFT JOIN evaluation.consumer_cursor c ON c.tenant_id = h.tenant_id AND c.source = 'proposals'
       WHERE h.tenant_id = $1`,
      [tenant],
    );
    return row ?? { folded: 0, head: 0 };
  }

  /** A digest of all facts of each case of a locality. */
  async facts(tenant: number): Promise<Record<string, string>> {
    const rows = await this.rows<{ id: string; digest: string }>(
      `SELECT case_id AS id, md5(string_agg(fact, ' ' ORDER BY fact)) AS digest FROM
         (SELECT case_id, f::text AS fact FROM evaluation.case_fact f WHERE tenant_id = $1
          UNION ALL SELECT case_id, f::text FROM evaluation.assignment_fact f WHERE tenant_id = $1) s GROUP BY 1`,
      [tenant],
    );
    return Object.fromEntries(rows.map(({ id, digest }) => [id, digest]));
  }

  /** Forgets the facts of a locality, and that its cells are made, so that they are folded from the first event on again. */
  async forgetFacts(tenant: number): Promise<void> {
    const tables = ['case_fact', 'assignment_fact', 'folded_case', 'cell_head'].map(
      (table) => `evaluation.${table}`,
    );
    await this.client.query(
      [
        'BEGIN',
        `UPDATE evaluation.consumer_cursor SET position = 0 WHERE source = 'proposals' AND tenant_id = ${tenant}`,
        ...tables.map((table) => `DELETE FROM ${table} WHERE tenant_id = ${tenant}`),
        'COMMIT',
      ].join('; '),
    );
  }
}

export type Effect = {
  readonly events: number | null;
  readonly versions: number | null;
  readonly version: number | null;
  readonly answers: number | null;
};

const LOGS = ['units', 'people', 'proposals'];
const READERS = [
  ['evaluation', 'proposals'],
  ['evaluation', 'units'],
  ['proposals', 'units'],
  ['proposals', 'people'],
] as const;
