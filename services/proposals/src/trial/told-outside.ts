import type { CaseContext, MandateFact, UnitFact } from '../case/context.js';
import type { Process } from '../process/process.js';
import type { RecordedStep } from './recorded-steps.js';
import { payloadOf, type TrialEvent, textOf } from './trial-event.js';

/** What the events of a case tell of what stands outside it. */
export type Known = Pick<CaseContext, 'units' | 'mandates' | 'persons' | 'organs' | 'caseIds'> & {
  readonly leadProposerId: string;
  readonly ledger: boolean;
};

/** What stood outside the case: units, mandates, people and cases that took part were there, or they could not have. */
export function outsideOf(events: readonly TrialEvent[], { supervision }: Process): Known {
  const drafted = events.find(({ type }) => type === 'proposal.drafted');
  const told = drafted ? payloadOf(drafted) : {};
  const kind = textOf(told, 'kind') === 'CPPCC_PROPOSAL' ? 'CPPCC_MEMBER' : 'DEPUTY';
  const { liaisons, organs } = dutiesIn(events, supervision);
  const present = (id: string): boolean => Boolean(id);
  const unit = (id: string): UnitFact | undefined =>
    present(id) ? (liaisons.get(id) ?? PRESENT_UNIT) : undefined;
  const mandate = (id: string): MandateFact | undefined => (present(id) ? PRESENT_MANDATES[kind] : undefined);
  return {
    units: { has: present, get: unit },
    mandates: { has: present, get: mandate },
    persons: { has: present },
    caseIds: { has: present },
    organs,
    leadProposerId: textOf(told, 'leadProposerId'),
    ledger: textOf(told, 'source') === 'LEDGER',
  };
}

const PRESENT_UNIT: UnitFact = { active: true };
const PRESENT_MANDATES: Readonly<Record<MandateFact['kind'], MandateFact>> = {
  DEPUTY: { active: true, kind: 'DEPUTY' },
  CPPCC_MEMBER: { active: true, kind: 'CPPCC_MEMBER' },
};

type Told = { readonly liaisons: Map<string, UnitFact>; readonly organs: Map<string, string> };

/**
 * What organs are called is told by their duties; and so is which committee liaises with a unit, by a duty
 * that came of it: of a rule that names no organ.
 */
function dutiesIn(events: readonly TrialEvent[], { routing }: Process['supervision']): Told {
  const told: Told = { liaisons: new Map(), organs: new Map() };
  for (const event of events) {
    if (event.type !== 'duty.assigned') continue;
    const { rule, unitId, holder } = event.payload;
    if (holder.organ === null) continue;
    told.organs.set(holder.organ, holder.name);
    const to = rule === null ? null : routing[rule]?.to;
    if (rule === null || unitId === null || (to && 'organ' in to)) continue;
    told.liaisons.set(unitId, { active: true, liaisonCommittee: holder.organ });
  }
  return told;
}

/** The opinion of another locality that a step took as the decision. */
export function opinionsIn({ lead, followers }: RecordedStep): CaseContext['opinions'] {
  const taken = followers.find(({ type }) => type === 'opinion.taken');
  if (taken?.type !== 'opinion.taken' || lead.type !== 'review.decided') return [];
  const { verdict, reasonCode, reasonText } = lead.payload;
  const said = { verdict, reasonCode, text: reasonText ?? '', withId: null, at: lead.occurredAt };
  return [{ ...taken.payload, kind: 'REVIEW', ...said }];
}
