import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startPlatform } from './platform.js';

/**
 * What a contract test asks. DUBAN_TEST_URL points the tests at a running installation with
 * demonstration data instead of the small one that they start themselves; NODE_ENV says how that
 * installation runs.
 */
export type Target = {
  readonly baseUrl: string;
  readonly production: boolean;
  token(login: string): Promise<string>;
  stop(): Promise<void>;
};

export const DEPUTY = '430400.deputy';
export const ADMIN = '430400.tenant-admin';
export const OTHER = '430500.deputy';

export async function openTarget(production = true): Promise<Target> {
  const baseUrl = process.env.DUBAN_TEST_URL;
  if (!baseUrl) return { ...(await startPlatform({ production })), production };
  return {
    baseUrl,
    production: process.env.NODE_ENV === 'production',
    token: demonstrationToken,
    stop: async () => undefined,
  };
}

async function demonstrationToken(login: string): Promise<string> {
  const script = new URL('../../../ops/dist/token.js', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, login]);
  return stdout.trim().split('\n').at(-1) as string;
}
