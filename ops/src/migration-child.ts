import { fileURLToPath } from 'node:url';
import { Failure } from './failure.js';
import { repository } from './paths.js';
import { passwordVariable } from './role-passwords.js';
import type { Secrets } from './secrets.js';
import { spawnTied } from './tied-process.js';

const entryPoint = fileURLToPath(new URL('migrate.js', import.meta.url));

/** Runs the migrations in a process of their own, so that the supervisor stays small. Returns the URL of the migrated database. */
export async function runMigrations(adminUrl: string, secrets: Secrets): Promise<string> {
  const passwords = Object.entries(secrets.roles).map(([role, value]) => [passwordVariable(role), value]);
  const child = spawnTied(process.execPath, [entryPoint], {
    env: { ...process.env, ...Object.fromEntries(passwords), DATABASE_URL: adminUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: repository,
    deathSignal: 'KILL',
  });
  let output = '';
  let complaint = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (complaint += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw told(complaint);
  const { database } = JSON.parse(output) as { database: string };
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** The child has already said it in both languages. */
function told(complaint: string): Failure {
  const lines = complaint.trim().replace(/^✗ /, '').split('\n');
  return new Failure(
    lines[0] || '数据库迁移失败。',
    lines.slice(1).join('\n').trim() || 'Database migration failed.',
  );
}
