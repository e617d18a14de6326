import type { EvidenceEvent, GivenBy } from '../evidence/evidence.js';
import type { KeptEvidence, Key } from '../evidence/evidence.store.js';
import type { ObjectionEvent, Ruled } from './objection.js';

/** Grades of several kinds of assessors in the transaction's locality, and objections to them. */
export type AssessmentStore = {
  /** Whether this assessor has graded the same thing, and it still stands or waits for a decision. */
  givenBefore(event: About, given: GivenBy): Promise<boolean>;
  give(event: EvidenceEvent): Promise<void>;
  /** The record that somebody objected to; null too for another locality's. */
  findContested(objection: Key): Promise<KeptEvidence | null>;
  object(event: ObjectionEvent): Promise<void>;
  rule(ruled: Ruled, record: KeptEvidence): Promise<void>;
};

export type About = Pick<KeptEvidence, 'year' | 'code' | 'subject' | 'caseId'>;
