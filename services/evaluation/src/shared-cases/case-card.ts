import type { CaseEvent } from '../facts/case-event.js';
import type { Facts } from '../facts/fact.js';

/** What a case is found by: folded from its events, beside its facts. */
export type CaseCard = {
  readonly caseId: string;
  readonly caseNumber: string | null;
  /** Units that answer for it, in the order in which it was handed over to them. */
  readonly unitIds: readonly string[];
  /** Null for a draft: it is nobody's but its author's. */
  readonly title: string | null;
  /** Whether its title is open to the public. */
  readonly disclosed: boolean;
};

type Part = {
  readonly unitId: string;
  readonly role: string;
  readonly latest: boolean;
  readonly validTo: string;
};

/** A case's card, from everything that has happened to it in the order in which things were so. */
export function cardOf(
  caseId: string,
  events: readonly CaseEvent[],
  facts: Facts | null,
  parts: readonly Part[],
): CaseCard {
  const docketed = events.findLast(({ type }) => type === 'proposal.docketed')?.data;
  const answering = parts.filter(
    ({ role, latest, validTo }) => latest && validTo === 'infinity' && role !== 'CO',
  );
  return {
    caseId,
    caseNumber: docketed?.text('caseNumber') ?? null,
    unitIds: [...new Set(answering.map(({ unitId }) => unitId))],
    title: titleIn(events),
    disclosed: facts !== null && isTitleOpen(facts),
  };
}

/** The title as it was submitted last. */
const titleIn = (events: readonly CaseEvent[]): string | null =>
  events
    .findLast(({ type }) => type === 'proposal.submitted')
    ?.data.object('snapshot')
    ?.text('title') ?? null;

/** A result that is open to the public, of a case whose proposer agrees that its title is. */
export const isTitleOpen = ({
  disclosedOn,
  disclosureConsent,
}: Pick<Facts, 'disclosedOn' | 'disclosureConsent'>): boolean =>
  disclosedOn !== null && (disclosureConsent === 'FULL' || disclosureConsent === 'TITLE_ONLY');
