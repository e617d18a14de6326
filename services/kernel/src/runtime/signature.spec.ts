import { describe, expect, test } from '@jest/globals';
import { createSignatureCheck, parseGatewayKeys, type SignedRequest, signRequest } from './signature.js';

const secret = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const keys = parseGatewayKeys(`new:${secret(1)},old:${secret(2)}`);
const request: SignedRequest = {
  service: 'units',
  method: 'POST',
  path: '/graphql',
  identity: 'i',
  body: '{}',
};
const START = Date.parse('2026-03-01T00:00:00Z');

/** A check with a clock that the test moves. */
function checkAt(started = START) {
  const clock = { now: started };
  const check = createSignatureCheck(keys, { now: () => clock.now });
  return { clock, check };
}

describe('signatures', () => {
  test('are made with the newest key and accepted with each', () => {
    const { check } = checkAt();
    expect(signRequest(keys, request, START)).toMatch(/^new;2026-03-01T00:00:00\.000Z;[\w-]{22};[\w-]{43}$/);
    expect(check(signRequest(keys, request, START), request)).toBeNull();
    expect(check(signRequest(keys.slice(1), request, START), request)).toBeNull();
  });

  test('cover everything that is said', () => {
    const { check } = checkAt();
    const changes: Partial<SignedRequest>[] = [
      { service: 'people' },
      { method: 'GET' },
      { path: '/' },
      { identity: 'j' },
      { body: '' },
    ];
    for (const change of changes) {
      expect(check(signRequest(keys, request, START), { ...request, ...change })).toBe('WRONG');
    }
  });

  test('hold for a minute around their time, once', () => {
    const { check, clock } = checkAt();
    clock.now = START + 600_000;
    const signed = signRequest(keys, request, clock.now);
    clock.now += 59_000;
    expect(check(signed, request)).toBeNull();
    expect(check(signed, request)).toBe('NONCE_USED');
    clock.now += 2_000;
    expect(check(signed, request)).toBe('OUT_OF_TIME');
    expect(check(signRequest(keys, request, clock.now + 61_000), request)).toBe('OUT_OF_TIME');
  });

  test('a nonce is remembered for as long as its time is good, whenever that began', () => {
    const { check, clock } = checkAt();
    for (let second = 0; second < 400; second += 7) {
      clock.now = START + second * 1_000;
      const ahead = signRequest(keys, request, clock.now + 60_000);
      expect(check(ahead, request)).toBeNull();
      clock.now += 119_000;
      expect(check(ahead, request)).toBe('NONCE_USED');
      clock.now -= 119_000;
    }
  });

  test('from before the process started are refused: their nonces may have been used', () => {
    const { check } = checkAt();
    expect(check(signRequest(keys, request, START - 1_000), request)).toBeNull();
    expect(check(signRequest(keys, request, START - 5_000), request)).toBe('SIGNED_BEFORE_START');
  });

  test.each(['', 'k1', 'k1:', `:${secret(1)}`, `k1:${secret(1).slice(0, 20)}`, `k 1:${secret(1)}`])(
    'keys written as %p are refused',
    (text) => {
      expect(() => parseGatewayKeys(text)).toThrow('DUBAN_GATEWAY_KEYS');
    },
  );
});
