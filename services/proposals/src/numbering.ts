import type { Process } from './process.js';
import type { ProposalKind, SessionPeriod } from './vocabulary.js';

/** What a case number is made of. */
export type NumberFacts = {
  readonly kind: ProposalKind;
  readonly period: SessionPeriod;
  readonly year: number;
  readonly term: number | null;
  readonly session: number | null;
};

/** The counter a new case number is drawn from, e.g. `NPC_SUGGESTION/会字/2026`; null when the process has no rule. Lock it, then pass the next serial in the context. */
export function seriesOf(process: Process, facts: NumberFacts): string | null {
  throw new Error(`not yet: ${[process, facts].length}`);
}
