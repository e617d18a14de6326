import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.js';
import { GATEWAY_PORT } from './process-table.js';

/** Who issues the access tokens that the gateway believes, and for whom. */
export type Issuer = { readonly publicUrl: string; readonly issuer: string; readonly audience: string };

const file = join(dataFolder, 'issuer.json');

export function issuerFor(port: number): Issuer {
  const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
  return {
    publicUrl,
    issuer: process.env.OIDC_ISSUER ?? `${publicUrl}/oidc`,
    audience: process.env.OIDC_AUDIENCE ?? 'duban',
  };
}

/** Kept, so that a command run later knows what the running gateway was told. */
export function keepIssuer(issuer: Issuer): void {
  writeFileSync(file, `${JSON.stringify(issuer)}\n`);
}

export function keptIssuer(): Issuer {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Issuer;
  } catch {
    return issuerFor(Number(process.env.PORT) || GATEWAY_PORT);
  }
}
