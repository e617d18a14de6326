/** How a share is shown. Kept numbers are integers; rounding is a matter of presentation. */
export type RoundingMode = 'HALF_UP' | 'TRUNCATE' | 'HALF_UP_RESIDUAL_ON_LARGEST';
export type Rounding = { readonly mode: RoundingMode; readonly digits: number };

/**
 * numerator/denominator as a percentage in text with `digits` decimals, in integer arithmetic.
 * Null for an empty denominator: never 0 %, never 100 %.
 */
export function percent(numerator: number, denominator: number, { mode, digits }: Rounding): string | null {
  if (denominator === 0) return null;
  return pointText(scaled(numerator, denominator, mode, digits), digits);
}

/** The exact share to 12 decimals (half up), as decimal text: what `Figure.value` carries. */
export function ratio(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const text = pointText(divide(BigInt(numerator) * 10n ** 12n, BigInt(denominator), true), 12);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/**
 * Percentages of parts of one whole. HALF_UP_RESIDUAL_ON_LARGEST puts what is missing to 100 on the
 * largest part (the first of equals), as published tables do; it needs parts that sum to the whole.
 */
export function percentages(parts: readonly number[], whole: number, rounding: Rounding): (string | null)[] {
  if (whole === 0) return parts.map(() => null);
  const shares = parts.map((part) => scaled(part, whole, rounding.mode, rounding.digits));
  const complete = parts.reduce((sum, part) => sum + part, 0) === whole;
  if (rounding.mode === 'HALF_UP_RESIDUAL_ON_LARGEST' && complete) {
    const residual = 100n * 10n ** BigInt(rounding.digits) - shares.reduce((sum, share) => sum + share, 0n);
    const largest = parts.indexOf(Math.max(...parts));
    shares[largest] = (shares[largest] ?? 0n) + residual;
  }
  return shares.map((share) => pointText(share, rounding.digits));
}

const scaled = (numerator: number, denominator: number, mode: RoundingMode, digits: number): bigint =>
  divide(BigInt(numerator) * 100n * 10n ** BigInt(digits), BigInt(denominator), mode !== 'TRUNCATE');

function divide(dividend: bigint, divisor: bigint, halfUp: boolean): bigint {
  const sign = dividend < 0n !== divisor < 0n ? -1n : 1n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  return sign * (halfUp ? (top * 2n + bottom) / (bottom * 2n) : top / bottom);
}

function pointText(value: bigint, digits: number): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
