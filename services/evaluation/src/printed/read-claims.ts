import { type Claim, type Role, type Scope, type Subject, speaksOfSame } from './claim.js';
import { type Numeral, narrowed, numeralsIn } from './numeral.js';
import { type Passage, passagesOf } from './passage.js';
import { type SaidScope, scopeIn, subjectIn } from './read-subject.js';
import { NARROWING_WORDS } from './terms.js';

/** What has been read so far. */
type Reading = {
  readonly claims: Claim[];
  /** The year asked about. */
  readonly year: number | null;
  sentence: number;
  /** Index of the first claim of the sentence. */
  first: number;
  /** How many claims there were when the sentence began to speak of parts (其中); null before. */
  parts: number | null;
};

/** Every figure of a published text, and what it says. `year` is the one the text is checked against. */
export function readClaims(text: string, year: number | null): Claim[] {
  const plain = narrowed(text);
  const numerals = numeralsIn(text);
  const passages = passagesOf(plain, numerals);
  const reading: Reading = { claims: [], year, sentence: -1, first: 0, parts: null };
  for (const [index, numeral] of numerals.entries()) {
    const passage = passages[index] as Passage;
    if (passage.at !== reading.sentence)
      Object.assign(reading, { sentence: passage.at, first: reading.claims.length, parts: null });
    if (/其中/.test(passage.since)) reading.parts = reading.claims.length;
    reading.claims.push(claimOf(reading, numeral, passage));
  }
  return reading.claims;
}

/** What a part is a part of: a number of the same kind in the sentence, else the last one before. */
function wholeOf(reading: Reading, said: SaidScope): number | null {
  const { claims, first, parts } = reading;
  if (parts === null) return null;
  const counted = (claim: Claim): boolean =>
    claim.role === 'LEVEL' && claim.numeral.kind === 'COUNT' && claim.subject !== null;
  const before = claims.slice(0, parts);
  const alike = before.findLastIndex(
    (claim, at) => at >= first && counted(claim) && said.kind !== undefined && claim.scope.kind === said.kind,
  );
  const last = alike >= 0 ? alike : before.findLastIndex(counted);
  return last >= 0 ? last : null;
}

function lastLevel({ claims }: Reading, from: number, kind: Numeral['kind']): number | null {
  for (let at = claims.length - 1; at >= from; at--) {
    const claim = claims[at];
    if (claim?.role === 'LEVEL' && claim.numeral.kind === kind && claim.subject) return at;
  }
  return null;
}

const LESS = /(?:减少|下降|降低|降幅|减|少|降)(?:为|达到|达|了)?\s*$/;
const MORE = /(?:增加|增长|增长率|上升|提高|增幅|增|多|升)(?:为|达到|达|了)?\s*$/;

const signOf = (before: string): Claim['sign'] => (LESS.test(before) ? -1 : MORE.test(before) ? 1 : 0);

/** `减少到` and `增至` lead to a level; they end in no word of change. */
function roleOf({ kind }: Numeral, before: string): Role {
  if (kind === 'POINTS') return 'DIFFERENCE';
  if (signOf(before) !== 0) return kind === 'COUNT' ? 'DIFFERENCE' : 'RATE';
  return kind === 'PERCENT' && /占[^占]*$/.test(before) ? 'PART' : 'LEVEL';
}

type Found = {
  readonly subject: Subject | null;
  readonly of: Claim['of'];
  /** The claim that it goes on from. */
  readonly from: number | null;
  readonly own: boolean;
};

function claimOf(reading: Reading, numeral: Numeral, passage: Passage): Claim {
  const { before, after, sentence } = passage;
  const role = roleOf(numeral, before);
  const own = subjectIn(before, numeral.kind) !== null;
  const said = scopeIn(own ? before : before + after);
  const whole = wholeOf(reading, said);
  const found = role === 'PART' ? partOf(reading) : subjectOf(reading, numeral, role, passage, whole);
  const scope = scopeOf(reading, found, whole, said, yearsBackIn(sentence, before, reading.year));
  return {
    numeral,
    role,
    of: found.of,
    subject: found.subject,
    scope,
    sign: signOf(before),
    whole: role === 'PART' ? (reading.claims[found.from ?? -1]?.whole ?? null) : whole,
    about: found.from,
    certain: found.own || Object.keys(said).length > 0 || role !== 'LEVEL',
    narrowing: NARROWING_WORDS.test(before + after),
  };
}

/** A part (占) is of the count before it. */
function partOf(reading: Reading): Found {
  const from = lastLevel(reading, reading.first, 'COUNT');
  const subject = from === null ? null : (reading.claims[from]?.subject ?? null);
  return { subject, of: 'SHARE', from, own: false };
}

const ofKind = (kind: Numeral['kind']): Claim['of'] => (kind === 'COUNT' ? 'COUNT' : 'SHARE');

function subjectOf(
  reading: Reading,
  numeral: Numeral,
  role: Role,
  { before, after }: Passage,
  whole: number | null,
): Found {
  const kind = numeral.kind === 'POINTS' ? 'PERCENT' : numeral.kind;
  const kinds = role === 'RATE' ? (['PERCENT', 'COUNT'] as const) : [kind];
  const from = inherited(reading, numeral.kind, role, whole);
  for (const words of role === 'LEVEL' ? [before, after] : [before])
    for (const asked of kinds) {
      const subject = subjectIn(words, asked);
      if (subject) return { subject, of: ofKind(asked), from: role === 'LEVEL' ? null : from, own: true };
    }
  const last = reading.claims[from ?? -1];
  return { subject: last?.subject ?? null, of: last?.of ?? ofKind(kind), from, own: false };
}

/** What the sentence spoke of last: a count goes on from a count, points from a share, a rate from either. */
function inherited(reading: Reading, kind: Numeral['kind'], role: Role, whole: number | null): number | null {
  if (role === 'LEVEL')
    return kind === 'COUNT' ? (whole ?? lastLevel(reading, reading.first, 'COUNT')) : null;
  if (role === 'RATE') return reading.claims.length > reading.first ? reading.claims.length - 1 : null;
  return lastLevel(reading, reading.first, kind === 'POINTS' ? 'PERCENT' : 'COUNT');
}

const WHOLE_TEXT: Scope = { kind: null, period: null, keyOnly: false, yearsBack: 0 };

/** What is said here, else what is said of what this goes on from, else the kind the sentence speaks of. */
function scopeOf(
  { claims, first }: Reading,
  { subject, from, own }: Found,
  whole: number | null,
  said: SaidScope,
  yearsBack: Scope['yearsBack'] | undefined,
): Scope {
  const near = claims[from ?? whole ?? -1]?.scope;
  const kindBefore = claims.length > first ? (claims.at(-1)?.scope.kind ?? null) : null;
  const base = near ?? { ...WHOLE_TEXT, kind: kindBefore };
  const countsKeys = subject !== null && 'anyOf' in subject && subject.anyOf[0]?.[0]?.name === 'KEY_COUNT';
  const keyOnly = !countsKeys && (said.keyOnly ?? (!own && base.keyOnly));
  return {
    kind: said.kind === undefined ? base.kind : said.kind,
    period: said.period ?? (from === null ? null : base.period),
    keyOnly,
    yearsBack: yearsBack === undefined ? base.yearsBack : yearsBack,
  };
}

/** A year that is written out holds for the rest of the sentence; undefined: nothing is said. */
function yearsBackIn(sentence: string, before: string, year: number | null): Scope['yearsBack'] | undefined {
  if (/(?<![较比与同])上一?年(?!同|相比|无|没)/.test(before)) return 1;
  const written = [...sentence.matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].at(-1)?.[1];
  if (written === undefined || year === null) return undefined;
  return Number(written) === year ? 0 : Number(written) === year - 1 ? 1 : null;
}

/** The number that a change or a part refers to in the text: the nearest before, else the next one. */
export function levelOf(claims: readonly Claim[], at: number): Claim | null {
  const claim = claims[at] as Claim;
  const fits = (other: Claim): boolean =>
    other.role === 'LEVEL' &&
    other.of === 'COUNT' &&
    other.numeral.vague === null &&
    speaksOfSame(other, claim);
  return claims.slice(0, at).findLast(fits) ?? claims.slice(at + 1).find(fits) ?? null;
}
