import type { Duplex } from 'node:stream';
import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { isConnectionLost, sqlStateOf } from './errors.js';
import type { Log } from './log.js';
import { SILENT } from './silent-logger.js';
import { StatementNames } from './statement-names.js';

export type PoolOptions = {
  readonly url: string;
  readonly schema: string;
  readonly poolSize: number;
  readonly log: Log;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly connectWithinMs: number;
};

const INT8 = 20;
const DATE = 1082;
const asText = (text: string): string => text;

/** bigint as number (counts and positions stay far below 2^53), date as text: a date of law is not an instant. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === INT8) return Number;
    return oid === DATE ? asText : pg.types.getTypeParser(oid, format);
  },
};

/** Connects, waiting for a database that is still starting. */
export async function openPool(options: PoolOptions): Promise<DataSource> {
  const deadline = Date.now() + options.connectWithinMs;
  for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
    const source = new DataSource(dataSourceOptions(options));
    try {
      return await source.initialize();
    } catch (error) {
      if (!isConnectionLost(error) || Date.now() + pause > deadline) throw error;
      options.log.warn({ code: sqlStateOf(error) }, 'database is not reachable yet');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const dataSourceOptions = ({ url, schema, poolSize, log, entities }: PoolOptions) => ({
  type: 'postgres' as const,
  url,
  schema,
  entities: [...entities] as never[],
  poolSize,
  synchronize: false,
  logger: SILENT,
  installExtensions: false,
  connectTimeoutMS: 5000,
  applicationName: `duban ${schema}`,
  poolErrorHandler: (error: unknown) => log.warn({ code: sqlStateOf(error) }, 'idle connection lost'),
  extra: {
    Client: watchedClient(log),
    types,
    pipeline: true,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 3600,
    // The last resort when a server hangs without closing: statement_timeout strikes long before.
    query_timeout: 120_000,
  },
});

/**
 * A connection that breaks while it is lent out emits `error` with nobody listening, which would end the
 * process. Statements that come again are prepared: with the policies of row-level security in them,
 * planning costs more than most of them do.
 */
function watchedClient(log: Log): typeof pg.Client {
  const names = new StatementNames();
  return class WatchedClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      this.on('error', (error) => log.debug({ code: sqlStateOf(error) }, 'connection lost'));
    }

    // biome-ignore lint/suspicious/noExplicitAny: the overloads of the driver, passed on as they come
    override query(statement: any, values?: any, callback?: any): any {
      sendTogether(this);
      const plain = typeof statement !== 'string' || !Array.isArray(values) || values.length === 0;
      const name = plain ? undefined : names.of(statement);
      if (name === undefined) return super.query(statement, values, callback);
      return super.query({ name, text: statement, values }, callback);
    }
  };
}

type Piped = { readonly connection?: { readonly stream?: Duplex } };

/** Holds back what is written until everything that can go on without an answer has: one piece, one call of the system. */
function sendTogether(client: unknown): void {
  const stream = (client as Piped).connection?.stream;
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
