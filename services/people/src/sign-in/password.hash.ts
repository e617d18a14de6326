import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { PASSWORD_RULES } from '../password.js';
import type { Passwords } from './sign-in.js';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

export type Cost = { readonly N: number; readonly r: number; readonly p: number };

/** 32 MB and three passes for each guess, as OWASP's table of equal costs has it. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;
const MEMORY = 64 * 1024 * 1024;
const MAX_PASSWORD = PASSWORD_RULES.max;

/** Two at a time leave room for everybody else on a small machine; a queue longer than this is an attack. */
const AT_ONCE = 2;
const QUEUE = 100;

/** Too many people sign in at this moment. The page asks to try again. */
export class SignInBusy extends Error {
  override readonly name = 'SignInBusy';
}

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised without touching what is stored. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: MEMORY });
  return stored(cost, salt, hash.toString('base64url'));
}

/** Letters and digits that nobody takes for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password to be used once: sixteen of 32 letters, 80 bits, in groups of four. */
export async function makeOneTimePassword(cost = COST) {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  const password = letters.replace(/.{4}(?=.)/g, '$&-');
  return { password, hash: await hashPassword(password, cost) };
}

const stored = ({ N, r, p }: Cost, salt: Buffer, hash: string): string =>
  ['scrypt', N, r, p, salt.toString('base64url'), hash].join('$');

async function matches(password: string, text: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = text.split('$');
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: MEMORY };
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), LENGTH, cost);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Passwords compared with their hashes, a bounded number at a time. */
export function createPasswords(cost = COST): Passwords {
  // What an unknown login is compared with: a hash that no password has, of the usual cost.
  const nobody = stored(cost, randomBytes(16), '');
  let running = 0;
  const waiting: (() => void)[] = [];
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  const enter = async () => {
    if (waiting.length >= QUEUE) throw new SignInBusy('too many people sign in at once');
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    verify: (password, hash) =>
      inTurn(async () => {
        const short = password.length <= MAX_PASSWORD ? password : '';
        return (await matches(short, hash ?? nobody)) && hash !== null && short !== '';
      }),
    hash: (password) => inTurn(() => hashPassword(password, cost)),
  };
}
