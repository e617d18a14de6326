import type { Rounding } from '@duban/kernel';
import { type MetricName, metricOf } from '../figures/metrics.js';
import type { Sums } from '../figures/tally.js';
import type { Claim } from './claim.js';
import { type Fraction, printedAs, roundedAs, unitsOf } from './rounded-as.js';
import { differs, follows, notChecked, type Verdict } from './verdict.js';
import { residualFor } from './within-text.js';

/** What the records hold of one thing that a claim may speak of. */
export type Value = {
  readonly metric: MetricName | null;
  readonly now: Sums | null;
  /** The year before. */
  readonly before: Sums | null;
  readonly outside: boolean;
};

/** What a claim says beside one value of the records. */
export function judgeValue(claims: readonly Claim[], claim: Claim, value: Value, usual: Rounding): Verdict {
  const { role, numeral } = claim;
  const { now } = value;
  if (!now) return notChecked('NO_RECORDS');
  if (role === 'RATE') return judgeRate(claim, value, usual);
  if (role === 'DIFFERENCE')
    return numeral.kind === 'COUNT' ? judgeDifference(claim, value) : judgePoints(claim, value, usual);
  if (numeral.kind === 'COUNT') return judgeCount(claim, now.numerator);
  return judgeShare(claims, claim, value, usual);
}

const unitOf = ({ numeral: { printed } }: Claim): string => /(?:件次|件|条|项)$/.exec(printed)?.[0] ?? '件';

function judgeCount(claim: Claim, records: number): Verdict {
  if (Number(claim.numeral.value) === records && claim.numeral.digits === 0) return follows();
  return differs({
    expected: `${records}${unitOf(claim)}`,
    reason: {
      zh: `记录中是${records}。若文字说的是较早的时点,请按那一时点核对。`,
      en: `The records hold ${records}. If the text speaks of an earlier moment, check it as of before.`,
    },
  });
}

function judgeShare(
  claims: readonly Claim[],
  claim: Claim,
  { metric, now }: Value,
  usual: Rounding,
): Verdict {
  const counted = metric !== null && !metricOf(metric).denominator;
  const fraction = counted
    ? textFraction(claims, claim)
    : now && { top: now.numerator, bottom: now.denominator };
  if (!fraction || fraction.bottom === 0) return notChecked('NO_RECORDS');
  const told = judgeFraction(claim, fraction, usual, '%');
  const residual = claim.role === 'PART' ? residualFor(claims, claim) : null;
  return residual === null ? told : byResidual(claim, residual, told, usual);
}

/** Parts of one whole may be printed so that they sum to 100: then the largest is not what it is by itself. */
function byResidual({ numeral }: Claim, residual: string, told: Verdict, { mode }: Rounding): Verdict {
  const own = mode === 'HALF_UP_RESIDUAL_ON_LARGEST';
  if (numeral.value !== residual) return own ? { ...told, usual: false } : told;
  if (told.verdict === 'FOLLOWS' && (told.usual || !own)) return told;
  return follows({ rounding: { mode: 'HALF_UP_RESIDUAL_ON_LARGEST', digits: numeral.digits }, usual: own });
}

/** A part of a plain number: of the whole that the text names, which is checked by itself. */
function textFraction(claims: readonly Claim[], { about, whole }: Claim): Fraction | null {
  const [part, all] = [claims[about ?? -1], claims[whole ?? -1]];
  return part && all ? { top: Number(part.numeral.value), bottom: Number(all.numeral.value) } : null;
}

function judgeFraction(claim: Claim, fraction: Fraction, usual: Rounding, unit: string): Verdict {
  const rounding = roundedAs(claim.numeral, fraction, usual.mode);
  const { top, bottom } = fraction;
  const expected = `${printedAs(fraction, claim.numeral.digits)}${unit}`;
  if (!rounding)
    return differs({
      expected,
      reason: {
        zh: `记录中是 ${top}/${bottom},即${expected}。`,
        en: `The records hold ${top}/${bottom}, which is ${expected}.`,
      },
    });
  const own = usual.mode === 'TRUNCATE' ? 'TRUNCATE' : 'HALF_UP';
  if (rounding.mode === own) return follows({ rounding, expected });
  const cut = rounding.mode === 'TRUNCATE';
  return follows({
    rounding,
    usual: false,
    expected,
    reason: {
      zh: `${cut ? '是截尾所得,四舍五入' : '是四舍五入所得,截尾'}则不同。`,
      en: cut ? 'It is cut off and not rounded.' : 'It is rounded and not cut off.',
    },
  });
}

function judgeDifference(claim: Claim, { now, before }: Value): Verdict {
  if (!now || !before) return notChecked('NO_RECORDS');
  const difference = now.numerator - before.numerator;
  const printed = Number(claim.numeral.value);
  if (claim.sign * printed === difference || (claim.sign === 0 && printed === Math.abs(difference)))
    return follows();
  const way = difference < 0 ? ['减少', 'fewer'] : ['增加', 'more'];
  return differs({
    expected: `${way[0]}${Math.abs(difference)}${unitOf(claim)}`,
    reason: {
      zh: `记录中上年${before.numerator}、本年${now.numerator},${way[0]}${Math.abs(difference)}。`,
      en: `The records hold ${before.numerator} the year before and ${now.numerator} now: ${Math.abs(difference)} ${way[1]}.`,
    },
  });
}

/** Of a number, how much of what it was; of a share likewise, which is not the same as points. */
function rateOf({ of }: Claim, now: Sums, before: Sums): Fraction {
  if (of === 'COUNT') return { top: now.numerator - before.numerator, bottom: before.numerator };
  const top = now.numerator * before.denominator - before.numerator * now.denominator;
  return { top, bottom: before.numerator * now.denominator };
}

function judgeRate(claim: Claim, { now, before }: Value, usual: Rounding): Verdict {
  if (!now || !before) return notChecked('NO_RECORDS');
  const fraction = rateOf(claim, now, before);
  if (fraction.bottom === 0) return notChecked('NO_RECORDS');
  return signed(claim, fraction, judgeFraction(claim, fraction, usual, '%'));
}

/** The right size in the wrong direction does not follow. */
function signed(claim: Claim, { top }: Fraction, verdict: Verdict): Verdict {
  if (verdict.verdict !== 'FOLLOWS' || claim.sign === 0 || top === 0 || Math.sign(top) === claim.sign)
    return verdict;
  return differs({
    expected: `${top < 0 ? '-' : '+'}${claim.numeral.value}`,
    reason: {
      zh: `记录中是${top < 0 ? '减少(下降)' : '增加(上升)'}。`,
      en: `By the records it went ${top < 0 ? 'down' : 'up'}.`,
    },
  });
}

function judgePoints(claim: Claim, { now, before }: Value, usual: Rounding): Verdict {
  if (!now || !before || now.denominator === 0 || before.denominator === 0) return notChecked('NO_RECORDS');
  const top = now.numerator * before.denominator - before.numerator * now.denominator;
  const fraction = { top, bottom: now.denominator * before.denominator };
  const exact = judgeFraction(claim, fraction, usual, '个百分点');
  if (exact.verdict === 'FOLLOWS') return signed(claim, fraction, exact);
  const { digits, value } = claim.numeral;
  const [a, b] = [now, before].map(({ numerator, denominator }) =>
    unitsOf(printedAs({ top: numerator, bottom: denominator }, digits), digits),
  ) as [number, number];
  if (Math.abs(a - b) !== unitsOf(value, digits)) return exact;
  return signed(
    claim,
    fraction,
    follows({ rounding: { mode: 'HALF_UP', digits }, usual: false, reason: OF_ROUNDED }),
  );
}

const OF_ROUNDED = {
  zh: '是两个取舍后的百分比之差,精确之差不同。',
  en: 'It is the difference of two rounded shares; the exact one differs.',
};
