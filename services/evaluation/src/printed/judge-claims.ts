import type { Rounding } from '@duban/kernel';
import { type MetricName, metricOf } from '../metrics.js';
import type { OutcomeShare } from '../outcome-share.js';
import type { Asked, Sums } from '../tally.js';
import type { Claim, ClassNamed, Scope, Subject } from './claim.js';
import { narrowed } from './numeral.js';
import { type Fraction, printedAs, roundedAs, unitsOf } from './rounded-as.js';
import { differs, follows, inconsistent, notChecked, type Verdict } from './verdict.js';
import { contradiction, residualFor } from './within-text.js';

/** The records, as far as claims ask for them. */
export type Records = {
  /** Null: the check was not asked about these items, or nothing is known of that year. */
  sums(asked: Asked, scope: Scope): Sums | 'OUTSIDE' | null;
  shares(scope: Scope): readonly OutcomeShare[] | 'OUTSIDE' | null;
};

/** Verdicts of all figures of a text: its own arithmetic first, before the records. */
export function judgeClaims(claims: readonly Claim[], records: Records, usual: Rounding): Verdict[] {
  return claims.map((claim, at) => {
    const known = judge(claims, claim, records, usual);
    return contradiction(claims, at) ?? known;
  });
}

function judge(claims: readonly Claim[], claim: Claim, records: Records, usual: Rounding): Verdict {
  if (claim.numeral.vague) return notChecked(claim.numeral.vague);
  if (claim.numeral.kind === 'SUM') return judgeSum(claim);
  if (!claim.subject) return notChecked('NO_SUBJECT');
  if (claim.scope.yearsBack === null) return notChecked('OTHER_YEAR');
  const readings = readingsOf(claim, claim.subject, records);
  if (readings.flat().some(({ outside }) => outside)) return notChecked('OUTSIDE');
  const judged = readings.map((reading) => judgeReading(claims, claim, reading, usual));
  const found = judged.find(({ verdict }) => verdict === 'FOLLOWS') ?? judged[0];
  if (!found) return notChecked('NO_RECORDS');
  return found.verdict === 'DOES_NOT_FOLLOW' ? milder(claim, found) : found;
}

/** An addition that is written out needs no records. */
function judgeSum({ numeral }: Claim): Verdict {
  const [terms = ''] = narrowed(numeral.printed).split('=');
  const sum = terms.split('+').reduce((total, term) => total + Number(term), 0);
  if (sum === Number(numeral.value)) return follows();
  return inconsistent(String(sum), {
    zh: `相加得${sum},不是${numeral.value}。`,
    en: `They add up to ${sum}, and not to ${numeral.value}.`,
  });
}

/** Nobody is accused of a number that may speak of something else. */
function milder(claim: Claim, found: Verdict): Verdict {
  const { metrics, expected } = found;
  const loose = claim.subject !== null && 'loose' in claim.subject && claim.subject.loose;
  if (loose) return notChecked('LOOSE', { metrics, expected });
  if (claim.narrowing && claim.role === 'LEVEL' && claim.numeral.kind === 'COUNT')
    return notChecked('NARROWER', { metrics, expected });
  return claim.certain ? found : notChecked('INHERITED', { metrics, expected });
}

/** One way to understand a claim: every member has to fit. */
type Reading = readonly Value[];
type Value = {
  readonly metric: MetricName | null;
  readonly now: Sums | null;
  /** The year before. */
  readonly before: Sums | null;
  readonly outside: boolean;
};

function readingsOf({ scope }: Claim, subject: Subject, records: Records): readonly Reading[] {
  const sumsOf = (what: Asked | ClassSubject, over: Scope): Sums | 'OUTSIDE' | null => {
    if ('name' in what) return records.sums(what, over);
    const shares = records.shares(over);
    return shares === null || shares === 'OUTSIDE' ? shares : sumOfClasses(what, shares);
  };
  const valueFor = (what: Asked | ClassSubject): Value => {
    const now = sumsOf(what, scope);
    const before = scope.yearsBack === 0 ? sumsOf(what, { ...scope, yearsBack: 1 }) : null;
    const metric = 'name' in what ? what.name : null;
    return { metric, now: inside(now), before: inside(before), outside: now === 'OUTSIDE' };
  };
  return 'anyOf' in subject ? subject.anyOf.map((members) => members.map(valueFor)) : [[valueFor(subject)]];
}

type ClassSubject = Exclude<Subject, { anyOf: unknown }>;
const inside = (sums: Sums | 'OUTSIDE' | null): Sums | null => (sums === 'OUTSIDE' ? null : sums);

function sumOfClasses(subject: ClassSubject, shares: readonly OutcomeShare[]): Sums | null {
  const whole = shares[0]?.figure.denominator ?? 0;
  if ('classified' in subject) return { numerator: whole, denominator: whole };
  const named = shares.filter((share) => subject.classes.some((one) => isNamed(share, one)));
  if (whole === 0 || subject.classes.some((one) => !shares.some((share) => isNamed(share, one)))) return null;
  return { numerator: named.reduce((sum, { figure }) => sum + figure.numerator, 0), denominator: whole };
}

const isNamed = ({ localClass, outcomes }: OutcomeShare, named: ClassNamed): boolean =>
  'local' in named ? (localClass ?? '').split('、').includes(named.local) : outcomes.includes(named.outcome);

function judgeReading(claims: readonly Claim[], claim: Claim, reading: Reading, usual: Rounding): Verdict {
  const verdicts = reading.map((value) => judgeValue(claims, claim, value, usual));
  const metrics = reading.flatMap(({ metric }) => metric ?? []);
  const worst = verdicts.find(({ verdict }) => verdict !== 'FOLLOWS') ?? verdicts[0];
  return worst ? { ...worst, metrics } : notChecked('NO_RECORDS');
}

function judgeValue(claims: readonly Claim[], claim: Claim, value: Value, usual: Rounding): Verdict {
  const { role, numeral } = claim;
  const { now } = value;
  if (!now) return notChecked('NO_RECORDS');
  if (role === 'RATE') return judgeRate(claim, value, usual);
  if (role === 'DIFFERENCE')
    return numeral.kind === 'COUNT' ? judgeDifference(claim, value) : judgePoints(claim, value, usual);
  if (numeral.kind === 'COUNT') return judgeCount(claim, now.numerator);
  return judgeShare(claims, claim, value, usual);
}

const unitOf = ({ numeral: { printed } }: Claim): string => printed.replace(/^[\d.,\s]+/, '') || '件';

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
