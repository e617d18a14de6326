import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountIdOf, readLocalityFolder } from '@duban/kernel/runtime';
import { importJWK, type JWK, SignJWT } from 'jose';

export type Account = {
  readonly login: string;
  readonly code: string;
  readonly role: string;
  readonly subject: string;
};

/** The demonstration accounts of an installation, and tokens signed with its own keys. */
export class Accounts {
  readonly all: readonly Account[];

  constructor(
    localitiesFolder: string,
    private readonly dataFolder: string,
  ) {
    this.all = readLocalityFolder(localitiesFolder).flatMap(({ locality, people }) =>
      (people?.accounts ?? []).map(({ login, person, grants }) => ({
        login,
        code: locality.code,
        role: (grants.find((grant) => grant.primary) ?? grants[0])?.role ?? '',
        subject: accountIdOf(locality.number, person ?? login.slice(locality.code.length + 1)),
      })),
    );
  }

  async tokenOf(login: string): Promise<string> {
    const account = this.all.find((one) => one.login === login);
    if (!account) throw new Error(`no demonstration account ${login}`);
    const { keys } = this.#read<{ keys: [JWK] }>('signing-keys.json');
    const { issuer, audience } = this.#read<{ issuer: string; audience: string }>('issuer.json');
    return new SignJWT({ scope: 'openid' })
      .setProtectedHeader({ alg: 'ES256', kid: keys[0].kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(account.subject)
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(await importJWK(keys[0], 'ES256'));
  }

  #read<Content>(name: string): Content {
    return JSON.parse(readFileSync(join(this.dataFolder, name), 'utf8')) as Content;
  }
}
