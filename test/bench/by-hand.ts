import pg from 'pg';
import type { World } from './world.js';

const SCOPE = `SELECT set_config('app.tenant', $1, true), set_config('app.tenants', $2, true),
  set_config('app.purpose', $3, true), set_config('app.actor', '', true)`;

type Asked = {
  /** Services whose tables the statement joins. */
  readonly services: readonly string[];
  /** `$1` is the locality; nothing else is given. */
  readonly statement: string;
  /** What the reader is let through for: cases, when nothing is said. */
  readonly purpose?: 'CASE' | 'COUNTS';
};

/**
 * Asks a hand-written statement as a role that has what some services' app roles have, no more: owner
 * of nothing, bound by the same policies, its scope set for one transaction, which costs one round
 * trip in all.
 */
export class ByHand<Row extends pg.QueryResultRow> {
  private constructor(
    private readonly client: pg.Client,
    private readonly tenant: number,
    private readonly statement: string,
    private readonly purpose: string,
  ) {}

  static async open<Row extends pg.QueryResultRow>(
    world: World,
    tenant: number,
    { services, statement, purpose = 'CASE' }: Asked,
  ): Promise<ByHand<Row>> {
    const admin = await world.admin();
    const roles = services.map((service) => `duban_${service}_app`).join(', ');
    const user = ['duban_bench', ...services].join('_');
    const { rows } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [user]);
    if (rows.length === 0)
      await admin.query(`CREATE ROLE ${user} LOGIN INHERIT PASSWORD 'bench' IN ROLE ${roles}`);
    const { host, port, database } = admin;
    const options = { host, port, database, user, password: 'bench', pipeline: true };
    const client = new pg.Client(options as pg.ClientConfig);
    client.on('error', () => undefined);
    await client.connect();
    return new ByHand<Row>(client, tenant, statement, purpose);
  }

  async ask(): Promise<Row[]> {
    const { client, tenant, statement, purpose } = this;
    const [, , { rows }] = await Promise.all([
      client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY'),
      client.query(SCOPE, [String(tenant), `{${tenant}}`, purpose]),
      client.query<Row>(statement, [tenant]),
      client.query('COMMIT'),
    ]);
    return rows;
  }

  close = (): Promise<void> => this.client.end();
}
