import type { CaseContext, UnitFact } from '../case/context.js';
import type { Process } from '../process/process.js';
import type { RecordedStep } from './recorded-steps.js';
import { payloadOf, type TrialEvent, textOf } from './trial-event.js';

/** What the events of a case tell of what stands outside it. */
export type Known = Pick<CaseContext, 'units' | 'mandates' | 'persons' | 'organs' | 'caseIds'> & {
  readonly unitOf: ReadonlyMap<string, string>;
  readonly ledger: boolean;
};

/** What stood outside the case: units and mandates that took part were there, or they could not have. */
export function outsideOf(events: readonly TrialEvent[], { supervision }: Process): Known {
  const units = new Map<string, UnitFact>();
  const organs = new Map<string, string>();
  const mandates = new Map<string, { active: true; kind: 'DEPUTY' | 'CPPCC_MEMBER' }>();
  const persons = new Set<string>();
  const caseIds = new Set<string>();
  const unitOf = new Map<string, string>();
  const drafted = events.find(({ type }) => type === 'proposal.drafted');
  const kind = drafted && textOf(payloadOf(drafted), 'kind') === 'CPPCC_PROPOSAL' ? 'CPPCC_MEMBER' : 'DEPUTY';
  const see = (value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      if (/[uU]nitIds?$/.test(name)) units.set(value, { active: true });
      else if (MANDATE_NAMES.has(name)) mandates.set(value, { active: true, kind });
      else if (name === 'personId') persons.add(value);
      else if (name === 'intoId' || name === 'fromId' || name === 'mergeIntoId') caseIds.add(value);
    } else if (Array.isArray(value)) {
      for (const each of value) see(each, name);
    } else if (typeof value === 'object' && value !== null) {
      const { assignmentId, entryId, unitId, organ, name: called } = value as Record<string, unknown>;
      if (typeof organ === 'string' && typeof called === 'string') organs.set(organ, called);
      if (typeof unitId === 'string') {
        if (typeof assignmentId === 'string') unitOf.set(assignmentId, unitId);
        if (typeof entryId === 'string') unitOf.set(entryId, unitId);
      }
      for (const each in value) {
        const inner = (value as Record<string, unknown>)[each];
        if (typeof inner === 'string' ? isName(each) : typeof inner === 'object') see(inner, each);
      }
    }
  };
  for (const { payload } of events) see(payload);
  for (const event of events) seeLiaison(event, supervision, units);
  if (drafted) unitOf.set('lead', textOf(payloadOf(drafted), 'leadProposerId'));
  const ledger = drafted !== undefined && textOf(payloadOf(drafted), 'source') === 'LEDGER';
  return { units, mandates, persons, organs, caseIds, unitOf, ledger };
}

/** Most texts of an event name nobody: that is told before it is asked whom. */
const isName = (field: string): boolean =>
  field.endsWith('Id') || field.endsWith('Ids') || field === 'respondent';

const MANDATE_NAMES: ReadonlySet<string> = new Set([
  'mandateId',
  'leadProposerId',
  'respondent',
  'cosignerIds',
  'lapsedIds',
  'authorIds',
  'byMandateId',
]);

/** Which committee liaises with a unit is told by a duty that came of it: of a rule that names no organ. */
function seeLiaison(event: TrialEvent, { routing }: Process['supervision'], units: Map<string, UnitFact>) {
  if (event.type !== 'duty.assigned') return;
  const { rule, unitId, holder } = event.payload;
  if (rule === null || unitId === null || holder.organ === null) return;
  const to = routing[rule]?.to;
  if (!to || !('organ' in to)) units.set(unitId, { active: true, liaisonCommittee: holder.organ });
}

/** The opinion of another locality that a step took as the decision. */
export function opinionsIn({ lead, followers }: RecordedStep): CaseContext['opinions'] {
  const taken = followers.find(({ type }) => type === 'opinion.taken');
  if (taken?.type !== 'opinion.taken' || lead.type !== 'review.decided') return [];
  const { verdict, reasonCode, reasonText } = lead.payload;
  const said = { verdict, reasonCode, text: reasonText ?? '', withId: null, at: lead.occurredAt };
  return [{ ...taken.payload, kind: 'REVIEW', ...said }];
}
