import { performance } from 'node:perf_hooks';
import type pg from 'pg';

/** What one mutation left in the log: its events and its stored answer, in the table's own columns. */
type Step = { readonly key: string; readonly events: number };

/** The two tables again, with every index and nothing else: no policies, no chain, no rules. */
const TABLES = `
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.event (LIKE proposals.event INCLUDING ALL);
CREATE TABLE bench.idempotency (LIKE proposals.idempotency INCLUDING ALL);
`;

const COPY_STEP = [
  `INSERT INTO bench.event SELECT * FROM proposals.event WHERE tenant_id = $1 AND idempotency_key = $2`,
  `INSERT INTO bench.idempotency SELECT * FROM proposals.idempotency WHERE tenant_id = $1 AND key = $2`,
];

/**
 * Writes the rows that mutations wrote once more, a transaction a mutation, `writers` at once: what
 * PostgreSQL alone takes. Compares what was written; gives the steps a second.
 */
export async function bareInserts(
  connect: () => Promise<pg.Client>,
  tenant: number,
  writers: number,
): Promise<{ readonly steps: number; readonly stepsASecond: number }> {
  const admin = await connect();
  await admin.query(TABLES);
  // So that finding the rows to write again costs next to nothing.
  await admin.query('CREATE INDEX bench_by_key ON proposals.event (tenant_id, idempotency_key)');
  await admin.query('CREATE INDEX bench_by_answer ON proposals.idempotency (tenant_id, key)');
  try {
    const { rows } = await admin.query<Step>(
      `SELECT idempotency_key AS key, count(*)::int AS events FROM proposals.event
       WHERE tenant_id = $1 AND idempotency_key IS NOT NULL GROUP BY 1 ORDER BY min(position)`,
      [tenant],
    );
    const queue = [...rows];
    const clients = await Promise.all(Array.from({ length: writers }, connect));
    const begun = performance.now();
    await Promise.all(clients.map((client) => write(client, tenant, queue)));
    const seconds = (performance.now() - begun) / 1000;
    await Promise.all(clients.map((client) => client.end()));
    await compare(admin, tenant);
    return { steps: rows.length, stepsASecond: rows.length / seconds };
  } finally {
    await admin.query('DROP INDEX proposals.bench_by_key, proposals.bench_by_answer');
    await admin.query('DROP SCHEMA bench CASCADE');
    await admin.end();
  }
}

async function write(client: pg.Client, tenant: number, queue: Step[]): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) {
    await client.query('BEGIN');
    for (const sql of COPY_STEP) await client.query(sql, [tenant, step.key]);
    await client.query('COMMIT');
  }
}

async function compare(admin: pg.Client, tenant: number): Promise<void> {
  const { rows } = await admin.query<{ missing: string }>(
    `SELECT count(*) AS missing FROM proposals.event e LEFT JOIN bench.event b USING (tenant_id, position)
     WHERE e.tenant_id = $1 AND e.idempotency_key IS NOT NULL AND b.hash IS DISTINCT FROM e.hash`,
    [tenant],
  );
  if (rows[0]?.missing !== '0') throw new Error(`${rows[0]?.missing} events were not written again`);
}
