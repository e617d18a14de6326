import Big from 'big.js';
import type { Decimal, ScoreRounding } from './words.js';

/** Decimals of scores: exact sums and products; quotients to 40 places, which rounding then cuts. */
const Exact = Big();
Exact.DP = 40;
Exact.RM = Exact.roundHalfUp;
Exact.strict = false;

export type Exact = Big;

/** Reads what a person wrote. Numbers are read by their shortest text, so 0.1 is a tenth. */
export const decimal = (written: Decimal | bigint): Exact => new Exact(String(written));

export const ZERO = decimal(0);
export const HUNDRED = decimal(100);

const WRITTEN = /^-?\d{1,12}(\.\d{1,8})?$/;

/** At most twelve digits before the point and eight after it. */
export const isDecimal = (written: unknown): written is Decimal =>
  (typeof written === 'number' || typeof written === 'string') && WRITTEN.test(String(written));

export const rounded = (value: Exact, { mode, digits }: ScoreRounding): Exact =>
  value.round(digits, mode === 'TRUNCATE' ? Exact.roundDown : Exact.roundHalfUp);

export const sumOf = (values: readonly Exact[]): Exact =>
  values.reduce((total, value) => total.plus(value), ZERO);

export const smaller = (a: Exact, b: Exact): Exact => (a.lt(b) ? a : b);
export const larger = (a: Exact, b: Exact): Exact => (a.gt(b) ? a : b);

/** Without an exponent, and without zeros behind that say nothing. */
export const text = (value: Exact): string => value.toFixed();

/**
 * Splits a whole among parts in proportion; the parts have `digits` places and sum to the whole to the
 * last of them. In whole numbers: dividing decimals for each of a year's cases takes many times longer.
 */
export function shared(whole: Exact, weights: readonly Exact[], digits: number): Exact[] {
  const places = Math.max(0, ...weights.map(placesOf));
  const parts = weights.map((weight) => scaled(weight, places));
  const total = parts.reduce((sum, part) => sum + part, 0n);
  if (total === 0n) return weights.map(() => ZERO);
  const all = scaled(whole, digits);
  let passed = 0n;
  let given = 0n;
  return parts.map((part, index) => {
    passed += part;
    const last = index === parts.length - 1;
    const upTo = halfUp(all * passed, total);
    const own = unscaled(upTo - given, digits);
    given = upTo;
    // What the whole has beyond these places stays with the last.
    return last ? own.plus(whole).minus(unscaled(all, digits)) : own;
  });
}

const placesOf = (value: Exact): number => Math.max(0, value.c.length - value.e - 1);

const scaled = (value: Exact, places: number): bigint => BigInt(value.toFixed(places).replace('.', ''));

function unscaled(value: bigint, places: number): Exact {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return new Exact(`${sign}${digits.slice(0, cut)}.${digits.slice(cut)}0`);
}

/** Away from zero when it lies in the middle; `below` is more than zero. */
function halfUp(above: bigint, below: bigint): bigint {
  const sign = above < 0n ? -1n : 1n;
  return sign * ((sign * above * 2n + below) / (below * 2n));
}
