/**
 * Sums of hashes stay below this, so that a sum of two is still exact as a JavaScript number. A wrong
 * member goes unnoticed once in 4,500,000,000,000,000 times.
 */
export const CHECKSUM_MODULUS = 2 ** 52;

const HALF = 2 ** 26;
// Looked up once: inside the sandbox that specs run in, a global name for each letter makes a hash fifty times as dear.
const { imul } = Math;

/** A hash of 52 bits: two multiplicative hashes side by side (after Knuth), mixed by Murmur's finish. */
export function hashOf(text: string): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = imul(one ^ code, 2654435761);
    other = imul(other ^ code, 1597334677);
  }
  return (mixed(one ^ (other >>> 13)) >>> 6) * HALF + (mixed(other ^ (one >>> 11)) >>> 6);
}

function mixed(value: number): number {
  const half = imul(value ^ (value >>> 16), 2246822507);
  const whole = imul(half ^ (half >>> 13), 3266489909);
  return whole ^ (whole >>> 16);
}

/** A checksum with a member more (or, by the opposite sign, less): the order does not matter. */
export const addChecksum = (sum: number, more: number, sign: 1 | -1): number =>
  (sum + (sign === 1 ? more : CHECKSUM_MODULUS - more)) % CHECKSUM_MODULUS;
