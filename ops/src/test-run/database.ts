import { randomBytes } from 'node:crypto';
import { type RunningPostgres, startPostgres } from '../postgres.js';

declare global {
  var dubanTestPostgres: RunningPostgres | undefined;
}

/**
 * Before all suites: one PostgreSQL in a temporary folder, on which each suite makes a database of
 * its own. An administrator's URL given from outside is used instead.
 */
export default async function startTestDatabase(): Promise<void> {
  if (process.env.DUBAN_TEST_ADMIN_URL) return;
  const password = randomBytes(12).toString('hex');
  globalThis.dubanTestPostgres = await startPostgres({ password, ephemeral: true });
  process.env.DUBAN_TEST_ADMIN_URL = globalThis.dubanTestPostgres.adminUrl;
}
