import type { Page, Slice } from '@duban/kernel/graphql';
import type { EvidenceEvent, EvidenceRecord, EvidenceSubject } from './evidence.js';

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
};

export type EvidenceFilter = {
  readonly year: number;
  readonly source: string | null;
  readonly code: string | null;
  readonly subjectId: string | null;
};

/** Grades, ratings and flags of the transaction's locality. */
export type EvidenceStore = {
  /** Null too for another locality's. */
  find(record: Key): Promise<KeptEvidence | null>;
  /** The latest first, corrected ones included. */
  page(filter: EvidenceFilter, page: Page): Promise<Slice<KeptEvidence>>;
  count(filter: EvidenceFilter): Promise<number>;
  /** Whether the locality has, or had, such a unit, section or case. */
  knows(kind: EvidenceSubject['kind'], key: Key): Promise<boolean>;
  append(event: EvidenceEvent): Promise<void>;
};
