import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { step } from '@duban/ops/progress';
import type { Client } from 'pg';

/** What is used of the library; it is not installed with the rest (68 MB for one comparison). */
type Connection = {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }>;
  closeSync(): void;
};
type Library = {
  readonly DuckDBInstance: { create(file: string): Promise<{ connect(): Promise<Connection> }> };
};

const PACKAGE = '@duckdb/node-api';
export const HOW_TO_GET_IT = `npm install --no-save ${PACKAGE}@1.5.6-r.1`;

/**
 * The same facts in a file of DuckDB, copied once and kept in the folder; null where the library is not
 * installed. It may neither fetch extensions nor reach anything beside its file.
 */
export async function openDuck(folder: string, admin: Client): Promise<Connection | null> {
  const library = await import(PACKAGE).then(
    (loaded) => loaded as Library,
    () => null,
  );
  if (!library) return null;
  const file = join(folder, 'facts.duckdb');
  if (!existsSync(file))
    await step('复制', 'facts into DuckDB', () => copyFacts(library, folder, file, admin));
  const connection = await (await library.DuckDBInstance.create(file)).connect();
  await connection.run(`SET autoinstall_known_extensions = false; SET enable_external_access = false`);
  return connection;
}

async function copyFacts({ DuckDBInstance }: Library, folder: string, file: string, admin: Client) {
  const exchange = join(folder, 'exchange');
  mkdirSync(exchange, { recursive: true });
  // The account that the server runs as writes here.
  chmodSync(exchange, 0o777);
  const csv = join(exchange, 'case_fact.csv');
  try {
    await admin.query(`COPY (SELECT * FROM evaluation.case_fact) TO '${csv}' (FORMAT csv, HEADER)`);
    const connection = await (await DuckDBInstance.create(`${file}.new`)).connect();
    await connection.run('SET autoinstall_known_extensions = false');
    await connection.run('CREATE SCHEMA evaluation');
    await connection.run(
      `CREATE TABLE evaluation.case_fact AS SELECT * FROM read_csv('${csv}', header = true, sample_size = -1)`,
    );
    await connection.run('CHECKPOINT');
    connection.closeSync();
    renameSync(`${file}.new`, file);
  } finally {
    rmSync(exchange, { recursive: true });
  }
}
