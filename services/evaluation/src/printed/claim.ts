import type { CanonicalOutcome } from '../facts/vocabulary.js';
import type { Asked } from '../figures/tally.js';
import type { Numeral } from './numeral.js';

/** Which items a figure speaks of, as far as the text says; null: as the whole text. */
export type Scope = {
  readonly kind: 'NPC_SUGGESTION' | 'CPPCC_PROPOSAL' | null;
  readonly period: 'IN_SESSION' | 'INTER_SESSION' | null;
  readonly keyOnly: boolean;
  /** 0: the year asked about; 1: the one before; null: another, which nobody asked about. */
  readonly yearsBack: 0 | 1 | null;
};

/** A result class: by the letter of the locality, or by a meaning it has. */
export type ClassNamed = { readonly local: string } | { readonly outcome: CanonicalOutcome };

/** What is counted. Of `anyOf`, one has to fit as a whole: every one of its members. */
export type Subject =
  | { readonly anyOf: readonly (readonly Asked[])[]; readonly loose: boolean }
  | { readonly classes: readonly ClassNamed[] }
  /** Everything that has a class. */
  | { readonly classified: true };

/**
 * What a printed number says of its subject: how many (or what share), by how much it changed, by what
 * rate, or what part of a whole in the text it is.
 */
export type Role = 'LEVEL' | 'DIFFERENCE' | 'RATE' | 'PART';

/** A printed figure as it is understood. */
export type Claim = {
  readonly numeral: Numeral;
  readonly role: Role;
  /** Whether it is, or changes, a number of things or a share of them. */
  readonly of: 'COUNT' | 'SHARE';
  readonly subject: Subject | null;
  readonly scope: Scope;
  /** -1: fewer, lower; 1: more, higher; 0: it does not say. */
  readonly sign: -1 | 0 | 1;
  /** Place among the claims of the text of the whole that it is part of (其中), or of what it belongs to. */
  readonly whole: number | null;
  /** The claim that it follows on, for a change or a part: an index as above. */
  readonly about: number | null;
  /** The text itself says what is counted, or of which part; not only what stood before. */
  readonly certain: boolean;
  /** Words beside it that may narrow it to a part which records do not tell apart. */
  readonly narrowing: boolean;
};

const subjectKey = (subject: Subject): string => JSON.stringify(subject);

/** Two claims speak of the same number of things. */
export const speaksOfSame = (a: Claim, b: Claim): boolean =>
  a.subject !== null &&
  b.subject !== null &&
  subjectKey(a.subject) === subjectKey(b.subject) &&
  JSON.stringify(a.scope) === JSON.stringify(b.scope);
