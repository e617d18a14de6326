import type { Page, Slice } from '@duban/kernel/graphql';
import type {
  EvidenceDocument,
  EvidenceEvent,
  EvidenceRecord,
  EvidenceSubject,
  Verdict,
} from './evidence.js';

/** Which one, as a public id says: the locality's number, and the UUID. */
export type Key = { readonly tenant: number; readonly id: string };

/** A record with what has become of it. */
export type KeptEvidence = EvidenceRecord & {
  /** ISO instants: since when it counts, and when it was recorded. */
  readonly at: string;
  readonly recordedAt: string;
  /** The account; null: the system. */
  readonly recordedBy: string | null;
  readonly replaced: boolean;
  /** What the unit said against it; null when nothing. */
  readonly objection: KeptObjection | null;
  /** It came of a decision on an objection: there is no objecting to it. */
  readonly decided: boolean;
};

export type KeptObjection = {
  readonly objectionId: string;
  readonly reason: string;
  readonly documents: readonly EvidenceDocument[];
  readonly at: string;
  /** Null while nobody has decided. */
  readonly verdict: Verdict | null;
  readonly verdictReason: string | null;
  readonly decidedAt: string | null;
};

/** Somebody objected, and nobody has decided: it does not count. */
export const isContested = ({ objection }: KeptEvidence): boolean => objection?.verdict === null;

export type EvidenceFilter = {
  readonly year: number;
  readonly source: string | null;
  readonly code: string | null;
  /** About one of these; null: about anybody. */
  readonly subjectIds: readonly string[] | null;
};

/** Grades, ratings and flags of the transaction's locality. */
export type EvidenceStore = {
  /** Null too for another locality's. */
  find(record: Key): Promise<KeptEvidence | null>;
  /** Of the own locality, in any order. */
  byIds(recordIds: readonly string[]): Promise<readonly KeptEvidence[]>;
  /** The latest first, corrected ones included. */
  page(filter: EvidenceFilter, page: Page): Promise<Slice<KeptEvidence>>;
  count(filter: EvidenceFilter): Promise<number>;
  /** Whether the locality has, or had, such a unit, section or case. */
  knows(kind: EvidenceSubject['kind'], key: Key): Promise<boolean>;
  /** `before`: what it replaces. */
  append(event: EvidenceEvent, before?: KeptEvidence): Promise<void>;
};
