import { percent, type Rounding, type RoundingMode } from '@duban/kernel';

/** A fraction of whole numbers: the exact value behind a percentage. */
export type Fraction = { readonly top: number; readonly bottom: number };

const MODES: readonly RoundingMode[] = ['HALF_UP', 'TRUNCATE'];

/** The rounding that makes the printed percentage of a fraction; the locality's own is tried first. */
export function roundedAs(
  { value, digits }: { readonly value: string; readonly digits: number },
  { top, bottom }: Fraction,
  usual: RoundingMode,
): Rounding | null {
  const own: RoundingMode = usual === 'TRUNCATE' ? 'TRUNCATE' : 'HALF_UP';
  for (const mode of [own, ...MODES.filter((one) => one !== own)]) {
    const rounding = { mode, digits };
    if (unsigned(percent(top, bottom, rounding)) === value) return rounding;
  }
  return null;
}

const unsigned = (text: string | null): string | null => text?.replace('-', '') ?? null;

/** As it would be printed with so many digits, half up, without its sign. */
export const printedAs = ({ top, bottom }: Fraction, digits: number): string =>
  unsigned(percent(top, bottom, { mode: 'HALF_UP', digits })) ?? '';

/** A printed decimal in units of its last place: `5.8` with one digit is 58. */
export function unitsOf(printed: string, digits: number): number {
  const [whole = '', decimals = ''] = printed.split('.');
  return Number(whole + decimals.padEnd(digits, '0').slice(0, digits));
}

/**
 * Whole numbers that a level may have changed from, when the rate of the change is printed: none, when
 * no number of items can give that rate.
 */
export function possibleBefore(
  now: number,
  sign: -1 | 1,
  printed: { readonly value: string; readonly digits: number },
): { readonly before: number; readonly rounding: Rounding }[] {
  const whole = 100 * 10 ** printed.digits;
  const rate = unitsOf(printed.value, printed.digits);
  const at = (units: number): number => (now * whole) / Math.max(1, whole + sign * Math.max(0, units));
  const [low, high] = [at(rate - 1), at(rate + 1)].sort((a, b) => a - b) as [number, number];
  const found: { before: number; rounding: Rounding }[] = [];
  const from = Math.max(1, Math.floor(low) - 1);
  for (let before = from; before <= Math.min(Math.ceil(high) + 1, from + LONGEST); before++) {
    if (Math.sign(now - before) !== sign) continue;
    const rounding = roundedAs(printed, { top: now - before, bottom: before }, 'HALF_UP');
    if (rounding) found.push({ before, rounding });
  }
  return found;
}

const LONGEST = 10_000;
