import type { Rounding } from '@duban/kernel';
import type { Claim } from './claim.js';
import { judgeClaims, type Records } from './judge-claims.js';
import type { Numeral } from './numeral.js';
import type { CheckedFigure } from './verdict.js';

/** Line and column, both from 1, and the words around. */
export type Place = { readonly line: number; readonly column: number; readonly around: string };

const AROUND = 16;

export function placeOf(text: string, { from, to }: Numeral): Place {
  const above = text.slice(0, from).split('\n');
  const around = text.slice(Math.max(0, from - AROUND), to + AROUND / 2).replaceAll(/\s+/g, ' ');
  return { line: above.length, column: (above.at(-1) ?? '').length + 1, around: around.trim() };
}

/** Every figure of a text with what is to be said of it. */
export function checkedFigures(claims: readonly Claim[], records: Records, usual: Rounding): CheckedFigure[] {
  const verdicts = judgeClaims(claims, records, usual);
  return claims.flatMap(({ numeral }, at) => {
    const verdict = verdicts[at];
    return verdict ? [{ numeral, ...verdict }] : [];
  });
}
