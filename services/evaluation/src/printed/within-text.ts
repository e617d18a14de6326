import { percentages } from '@duban/kernel';
import { type Claim, speaksOfSame } from './claim.js';
import { levelOf } from './read-claims.js';
import { possibleBefore, printedAs, roundedAs } from './rounded-as.js';
import { inconsistent, type Verdict } from './verdict.js';

const number = ({ numeral }: Claim): number => Number(numeral.value);
const exact = (claim: Claim | null | undefined): claim is Claim =>
  claim !== null && claim !== undefined && claim.numeral.vague === null;

/** What a text contradicts by its own numbers, whatever the records say; null where it does not. */
export function contradiction(claims: readonly Claim[], at: number): Verdict | null {
  const claim = claims[at];
  if (!exact(claim)) return null;
  if (claim.role === 'RATE') return wrongRate(claims, at, claim);
  if (claim.role === 'PART') return wrongPart(claims, claim);
  return claim.role === 'LEVEL' && claim.numeral.kind === 'COUNT' ? wrongSum(claims, at, claim) : null;
}

/** A rate beside the difference it belongs to, or beside the level alone. */
function wrongRate(claims: readonly Claim[], at: number, claim: Claim): Verdict | null {
  const level = levelOf(claims, at);
  if (!level || claim.sign === 0 || claim.of !== 'COUNT') return null;
  const beside = claims[at - 1];
  const difference =
    exact(beside) &&
    beside.role === 'DIFFERENCE' &&
    beside.numeral.kind === 'COUNT' &&
    speaksOfSame(beside, claim)
      ? beside
      : null;
  return difference ? wrongBeside(claim, level, difference) : impossible(claim, level);
}

function wrongBeside(claim: Claim, level: Claim, difference: Claim): Verdict | null {
  const [now, moved] = [number(level), number(difference)];
  const before = now - difference.sign * moved;
  if (before > 0 && roundedAs(claim.numeral, { top: moved, bottom: before }, 'HALF_UP')) return null;
  const expected =
    before > 0 ? `${printedAs({ top: moved, bottom: before }, Math.max(1, claim.numeral.digits))}%` : null;
  const [now_, moved_] = [level.numeral.printed, difference.numeral.printed];
  return inconsistent(expected, {
    zh: `文字写现有${now_}、${difference.sign < 0 ? '减少' : '增加'}${moved_},上年即为${before},应为${expected ?? '无从计算'},与“${claim.numeral.printed}”不符。`,
    en: `The text has ${now} now and ${moved} ${difference.sign < 0 ? 'fewer' : 'more'}, so ${before} before: ${expected ?? 'no rate at all'}, and not ${claim.numeral.value}%.`,
  });
}

function impossible(claim: Claim, level: Claim): Verdict | null {
  const sign = claim.sign;
  if (sign === 0 || number(level) > 100_000) return null;
  if (possibleBefore(number(level), sign, claim.numeral).length > 0) return null;
  return inconsistent(null, {
    zh: `没有哪个整数变为${level.numeral.printed}时幅度是“${claim.numeral.printed}”。`,
    en: `No whole number becomes ${number(level)} by a change of ${claim.numeral.value}%.`,
  });
}

/** `155件,占41.2%` of the whole that the text names. */
function wrongPart(claims: readonly Claim[], claim: Claim): Verdict | null {
  const [part, whole] = [claims[claim.about ?? -1], claims[claim.whole ?? -1]];
  if (!exact(part) || !exact(whole) || number(whole) === 0) return null;
  const fraction = { top: number(part), bottom: number(whole) };
  if (roundedAs(claim.numeral, fraction, 'HALF_UP')) return null;
  if (residualFor(claims, claim) === claim.numeral.value) return null;
  const expected = `${printedAs(fraction, claim.numeral.digits)}%`;
  return inconsistent(expected, {
    zh: `文字中${part.numeral.printed}占${whole.numeral.printed}的${expected},与“${claim.numeral.printed}”不符。`,
    en: `By the text itself, ${number(part)} of ${number(whole)} is ${expected}, and not ${claim.numeral.value}%.`,
  });
}

/**
 * What is printed where the rest of rounding goes to the largest part; null where the parts beside it
 * do not make up their whole.
 */
export function residualFor(claims: readonly Claim[], claim: Claim): string | null {
  const whole = claims[claim.whole ?? -1];
  const parts = claims.filter((one) => one.role === 'PART' && one.whole === claim.whole);
  const counts = parts
    .map(({ about }) => claims[about ?? -1])
    .filter(exact)
    .map(number);
  if (!exact(whole) || counts.length < parts.length) return null;
  if (counts.reduce((sum, count) => sum + count, 0) !== number(whole)) return null;
  const { digits } = claim.numeral;
  const shares = percentages(counts, number(whole), { mode: 'HALF_UP_RESIDUAL_ON_LARGEST', digits });
  return shares[parts.indexOf(claim)] ?? null;
}

/** Parts of a whole that the text names in full sum to it; told at the last of them. */
function wrongSum(claims: readonly Claim[], at: number, claim: Claim): Verdict | null {
  const whole = claims[claim.whole ?? -1];
  if (!exact(whole)) return null;
  if (number(claim) > number(whole))
    return inconsistent(null, {
      zh: `其中一部分(${claim.numeral.printed})多于全部(${whole.numeral.printed})。`,
      en: `A part (${number(claim)}) is more than the whole (${number(whole)}).`,
    });
  const parts = claims.filter(
    (one) => one.whole === claim.whole && one.role === 'LEVEL' && one.numeral.kind === 'COUNT',
  );
  if (parts.at(-1) !== claims[at] || !parts.every(exact) || !areAll(parts)) return null;
  const sum = parts.reduce((total, part) => total + number(part), 0);
  if (sum === number(whole)) return null;
  return inconsistent(null, {
    zh: `${parts.map(({ numeral }) => numeral.printed).join('、')}合计${sum},与${whole.numeral.printed}不符。`,
    en: `${parts.map(number).join(', ')} sum to ${sum}, and not to ${number(whole)}.`,
  });
}

/** Classes from the first letter on, both periods, or both kinds: together they are everything. */
function areAll(parts: readonly Claim[]): boolean {
  const letters = parts.flatMap(({ subject }) =>
    subject && 'classes' in subject
      ? subject.classes.flatMap((one) => ('local' in one ? one.local : []))
      : [],
  );
  if (letters.length > 0)
    return (
      letters.length === parts.length && letters.length > 1 && (letters[0] === 'A' || letters[0] === '甲')
    );
  const has = (key: 'kind' | 'period'): boolean =>
    parts.length === 2 &&
    new Set(parts.map(({ scope }) => scope[key])).size === 2 &&
    parts.every(({ scope }) => scope[key]);
  return has('kind') || has('period');
}
