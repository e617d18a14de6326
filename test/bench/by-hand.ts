import pg from 'pg';
import type { World } from './world.js';

const SCOPE = `SELECT set_config('app.tenant', $1, true), set_config('app.tenants', $2, true),
  set_config('app.purpose', 'CASE', true), set_config('app.actor', '', true)`;

type Asked = {
  /** Services whose tables the statement joins. */
  readonly services: readonly string[];
  /** `$1` is the locality; nothing else is given. */
  readonly statement: string;
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
  ) {}

  static async open<Row extends pg.QueryResultRow>(
    world: World,
    tenant: number,
    { services, statement }: Asked,
  ): Promise<ByHand<Row>> {
    const admin = await world.admin();
    const roles = services.map((service) => `duban_${service}_app`).join(', ');
    await admin.query(`DROP ROLE IF EXISTS duban_bench`);
    await admin.query(`CREATE ROLE duban_bench LOGIN INHERIT PASSWORD 'bench' IN ROLE ${roles}`);
    const { host, port, database } = admin;
    const options = { host, port, database, user: 'duban_bench', password: 'bench', pipeline: true };
    const client = new pg.Client(options as pg.ClientConfig);
    client.on('error', () => undefined);
    await client.connect();
    return new ByHand<Row>(client, tenant, statement);
  }

  async ask(): Promise<Row[]> {
    const { client, tenant, statement } = this;
    const [, , { rows }] = await Promise.all([
      client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY'),
      client.query(SCOPE, [String(tenant), `{${tenant}}`]),
      client.query<Row>(statement, [tenant]),
      client.query('COMMIT'),
    ]);
    return rows;
  }

  close = (): Promise<void> => this.client.end();
}
