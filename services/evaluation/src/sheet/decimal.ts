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

/** Splits a whole among parts in proportion; the parts have `digits` places and sum to the whole to the last of them. */
export function shared(whole: Exact, weights: readonly Exact[], digits: number): Exact[] {
  const total = sumOf(weights);
  if (total.eq(0)) return weights.map(() => ZERO);
  let passed = ZERO;
  let given = ZERO;
  return weights.map((weight, index) => {
    passed = passed.plus(weight);
    const last = index === weights.length - 1;
    const upTo = last ? whole : whole.times(passed).div(total).round(digits, Exact.roundHalfUp);
    const own = upTo.minus(given);
    given = upTo;
    return own;
  });
}
