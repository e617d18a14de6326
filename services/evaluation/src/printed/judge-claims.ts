import type { Rounding } from '@duban/kernel';
import type { OutcomeShare } from '../figures/outcome-share.js';
import type { Asked, Sums } from '../figures/tally.js';
import type { Claim, ClassNamed, Scope, Subject } from './claim.js';
import { judgeValue, type Value } from './judge-value.js';
import { narrowed } from './numeral.js';
import { follows, inconsistent, notChecked, type Verdict } from './verdict.js';
import { contradiction } from './within-text.js';

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
