import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginRolesOf } from '@duban/kernel/provision';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { Failure } from './failure.js';
import { dataFolder } from './paths.js';
import { SERVICES } from './process-table.js';

/** What only this installation knows. Made at the first start, kept in a file for its owner alone. */
export type Secrets = {
  /** Password of the embedded database's superuser. */
  readonly postgres: string;
  /** Password of each login role, by role name. */
  readonly roles: Readonly<Record<string, string>>;
  /** Keys the gateway signs its requests with, newest first. */
  readonly gatewayKeys: readonly { readonly id: string; readonly key: string }[];
};

const secretsFile = join(dataFolder, 'secrets.json');
export const signingKeysFile = join(dataFolder, 'signing-keys.json');

const newSecret = (): string => randomBytes(32).toString('base64url');

/** The kept secrets; whatever is missing from them (a new role, say) is added. */
export function loadSecrets(): Secrets {
  const kept: Partial<Secrets> = existsSync(secretsFile) ? readJson(secretsFile) : {};
  const roles = Object.fromEntries(
    SERVICES.flatMap(loginRolesOf).map((role) => [role, kept.roles?.[role] ?? newSecret()]),
  );
  const secrets: Secrets = {
    postgres: kept.postgres ?? newSecret(),
    roles,
    gatewayKeys: kept.gatewayKeys ?? [{ id: 'k1', key: newSecret() }],
  };
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) writePrivately(secretsFile, secrets);
  return secrets;
}

/** Makes the keys that access tokens are signed with (JWKS, ES256), unless they are there. */
export async function makeSigningKeys(): Promise<void> {
  if (existsSync(signingKeysFile)) return;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key: JWK = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
  writePrivately(signingKeysFile, { keys: [key] });
}

export const gatewayKeysText = ({ gatewayKeys }: Secrets): string =>
  gatewayKeys.map(({ id, key }) => `${id}:${key}`).join(',');

function writePrivately(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readJson<Value>(file: string): Value {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Value;
  } catch (cause) {
    throw new Failure(
      `文件 ${file} 已损坏,无法读取。请从备份恢复;若是演示数据,可删除整个 .data 目录。`,
      `File ${file} is damaged. Restore it from a backup; with demonstration data, delete the whole .data folder.`,
      { cause },
    );
  }
}
