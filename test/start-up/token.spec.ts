import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@duban/kernel';
import { readLocalityFolder } from '@duban/kernel/runtime';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { repository } from './started-platform.js';

const folder = mkdtempSync(join(tmpdir(), 'duban-token-'));
const localities = readLocalityFolder(join(repository, 'localities')).map(({ locality }) => locality);

function token(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['ops/dist/token.js', ...args], {
    cwd: repository,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'development',
      DUBAN_DATA: folder,
      PORT: '4321',
      ...env,
    },
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

describe('npm run token', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('lists a login for every role of every locality', () => {
    const lines = token(['--list']).stdout.trim().split('\n');
    const logins = lines.map(
      (line) => JSON.parse(line) as Record<'login' | 'locality' | 'level' | 'role', string>,
    );
    const wanted = localities.flatMap(({ code }) =>
      ROLES.map((role) => `${code}.${role.toLowerCase().replaceAll('_', '-')} ${role}`),
    );
    const found = new Set(logins.map(({ login, role }) => `${login} ${role}`));
    expect(wanted.filter((login) => !found.has(login))).toEqual([]);
    expect(logins.filter(({ login, locality }) => !login.startsWith(`${locality}.`))).toEqual([]);
    expect(new Set(logins.map(({ login }) => login)).size).toBe(logins.length);
  });

  test('prints one token and nothing else, signed with this installation’s key', async () => {
    const { code, stdout } = token([`${localities[0]?.code}.deputy`]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { keys: pairs } = JSON.parse(readFileSync(join(folder, 'signing-keys.json'), 'utf8')) as {
      keys: JWK[];
    };
    const keys = createLocalJWKSet({
      keys: pairs.map(({ d, ...publicKey }) => publicKey as JWK & { kty: string }),
    });
    const claims = { issuer: 'http://localhost:4321/oidc', audience: 'duban', algorithms: ['ES256'] };
    const { payload } = await jwtVerify(stdout.trim(), keys, claims);
    expect(payload.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  test.each([
    ['a login that nobody has', ['000000.nobody'], {}, /000000\.nobody.*\n.*--list/],
    ['no login', [], {}, /--list/],
    ['production', [`${localities[0]?.code}.deputy`], { NODE_ENV: 'production' }, /正式环境/],
  ])('refuses %s, and says so on standard error', (_, args, env, told) => {
    const { code, stdout, stderr } = token(args, env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(told);
  });

  test('leaves only files for its owner behind', () => {
    expect(readdirSync(folder).sort()).toEqual(['logs', 'signing-keys.json']);
  });
});
