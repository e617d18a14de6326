import type { ItemRules } from './item-rules.js';
import type { Axis, Level, Outcomes, RatingSource } from './vocabulary.js';

/** A class as given at some moment: the local letter and what it means. */
export type GivenClass = { readonly local: string; readonly outcomes: Outcomes; readonly at: string };
/** What somebody said of a reply on one axis, from whichever side it came. */
export type HeardRating = {
  readonly source: RatingSource;
  readonly axis: Axis;
  /** Null: a body, or nobody by name. */
  readonly respondent: string | null;
  readonly level: Level;
  /** Whether the locality counts this level as satisfied. */
  readonly satisfied: boolean;
  readonly at: string;
};
export type Entry = {
  readonly assignmentId: string;
  state: 'OPEN' | 'STRUCK_OFF' | 'ENDED';
  endedAt: string | null;
  yearsCarried: number;
};

/** A work record by what it means everywhere; `assignmentId` is null when it is about the whole case. */
export type Noted = { readonly canonical: string; readonly assignmentId: string | null; readonly at: string };

/** One assignment (unit x round), as far as figures need it. Dates of law are `YYYY-MM-DD`, moments ISO instants. */
export type Part = {
  readonly id: string;
  readonly unitId: string;
  /** The unit's system as of the handover. */
  readonly system: string | null;
  /** Lead and co-unit may change places. */
  role: string;
  readonly round: number;
  readonly handedOverAt: string;
  originalDueOn: string | null;
  dueOn: string | null;
  /** Handed over again in a later year for a promise not yet kept: not a second handling. */
  readonly rehanded: boolean;
  /** Assignments whose matter this one takes on; they no longer speak for the item. */
  readonly predecessors: readonly string[];
  returned: boolean;
  repliedAt: string | null;
  /** When its letter was said to be open to the public; a later letter may say otherwise. */
  openSince: string | null;
  claimed: GivenClass | null;
  confirmed: GivenClass | null;
  /** All that are in force, whatever their source; which of them count is a rule of the case. */
  readonly ratings: Map<string, HeardRating>;
  /** Who answers for it, by the locality's own fields: the latest that was named. */
  responsible: Readonly<Record<string, string>>;
  contacts: number;
  faceContacts: number;
  faceReply: boolean;
  headFaceReply: boolean;
};

/** What has happened to one case so far. Only the fold changes it. */
export type CaseFile = {
  /** The rules that the case is counted by; null: the common ones. */
  items: ItemRules | null;
  kind: string | null;
  period: string | null;
  proposerType: string | null;
  category: string | null;
  canonicalCategory: string | null;
  leadProposerId: string | null;
  year: number | null;
  source: string | null;
  disclosureConsent: string | null;
  readonly keyTiers: Set<string>;
  submittedAt: string | null;
  acceptedAt: string | null;
  rejectedAt: string | null;
  convertedAt: string | null;
  mergedAt: string | null;
  withdrawnAt: string | null;
  closedAt: string | null;
  readonly parts: Map<string, Part>;
  readonly entries: Map<string, Entry>;
  /** Assignment by reply. */
  readonly repliedBy: Map<string, string>;
  /** By record. */
  readonly noted: Map<string, Noted>;
};

export const emptyCaseFile = (): CaseFile => ({
  items: null,
  kind: null,
  period: null,
  proposerType: null,
  category: null,
  canonicalCategory: null,
  leadProposerId: null,
  year: null,
  source: null,
  disclosureConsent: null,
  keyTiers: new Set(),
  submittedAt: null,
  acceptedAt: null,
  rejectedAt: null,
  convertedAt: null,
  mergedAt: null,
  withdrawnAt: null,
  closedAt: null,
  parts: new Map(),
  entries: new Map(),
  repliedBy: new Map(),
  noted: new Map(),
});
