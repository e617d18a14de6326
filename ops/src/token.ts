import { readFileSync } from 'node:fs';
import { accountIdOf, readLocalityFolder } from '@duban/kernel/runtime';
import { importJWK, type JWK, SignJWT } from 'jose';
import { Failure, reportFailure } from './failure.js';
import { type Issuer, keptIssuer } from './issuer.js';
import { localitiesFolder, makeDataFolder } from './paths.js';
import { makeSigningKeys, signingKeysFile } from './secrets.js';

/*
 * `npm run -s token -- <login>`: a bearer token for a demonstration account, alone on standard
 * output; `--list`: every login as a JSON line. Works without a running server. For trying things
 * out only: whoever can read the signing keys can be anybody, so production refuses.
 */

type Login = {
  readonly login: string;
  readonly locality: string;
  readonly level: string;
  readonly role: string;
};
type Account = Login & { readonly subject: string };

const LIFETIME = '12h';

function demonstrationAccounts(): Account[] {
  return readLocalityFolder(localitiesFolder).flatMap(({ locality, people }) =>
    (people?.accounts ?? []).map(({ login, person, grants }) => ({
      login,
      locality: locality.code,
      level: locality.level,
      role: (grants.find((grant) => grant.primary) ?? grants[0])?.role ?? '',
      subject: accountIdOf(locality.number, person ?? login.slice(locality.code.length + 1)),
    })),
  );
}

function findAccount(login: string): Account {
  const found = demonstrationAccounts().find((account) => account.login === login);
  if (found) return found;
  throw new Failure(
    `没有演示账号“${login}”。全部账号:npm run -s token -- --list`,
    `There is no demonstration account "${login}". To list them all: npm run -s token -- --list`,
  );
}

async function signToken(subject: string, { issuer, audience }: Issuer): Promise<string> {
  makeDataFolder();
  await makeSigningKeys();
  const { keys } = JSON.parse(readFileSync(signingKeysFile, 'utf8')) as { keys: [JWK] };
  return new SignJWT({ scope: 'openid' })
    .setProtectedHeader({ alg: 'ES256', kid: keys[0].kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(await importJWK(keys[0], 'ES256'));
}

function assertDemonstration(): void {
  if (process.env.NODE_ENV !== 'production') return;
  throw new Failure(
    '正式环境不签发演示令牌。请通过登录取得令牌。',
    'No demonstration tokens in production. Sign in to get one.',
  );
}

async function main(): Promise<void> {
  assertDemonstration();
  const [argument] = process.argv.slice(2);
  if (!argument) {
    throw new Failure(
      '用法:npm run -s token -- <登录名>,或 --list',
      'Usage: npm run -s token -- <login>, or --list',
    );
  }
  const lines =
    argument === '--list'
      ? demonstrationAccounts().map(({ subject, ...login }) => JSON.stringify(login satisfies Login))
      : [await signToken(findAccount(argument).subject, keptIssuer())];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main().catch(reportFailure);
