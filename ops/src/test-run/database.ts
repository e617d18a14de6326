import { randomBytes } from 'node:crypto';
import { type RunningPostgres, startPostgres } from '../postgres.js';

declare global {
  var dubanTestPostgres: RunningPostgres[] | undefined;
}

/** The variable that tells worker `n` (1, 2, ...) where its server is. */
const serverVariable = (worker: string | number): string => `DUBAN_TEST_ADMIN_URL_${worker}`;

/**
 * Before all suites: one PostgreSQL in a temporary folder for each worker. Suites make a database of
 * their own on it; roles belong to a whole server, so two suites at once need two servers. An
 * administrator's URL given from outside is used instead.
 */
export default async function startTestDatabases({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  if (process.env.DUBAN_TEST_ADMIN_URL) return;
  const password = randomBytes(12).toString('hex');
  const workers = Array.from({ length: maxWorkers }, (_, index) => index + 1);
  globalThis.dubanTestPostgres = await Promise.all(
    workers.map(async (worker) => {
      const postgres = await startPostgres({ password, ephemeral: true });
      process.env[serverVariable(worker)] = postgres.adminUrl;
      return postgres;
    }),
  );
}
