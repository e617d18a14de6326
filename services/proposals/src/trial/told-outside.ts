import type { CaseContext, UnitFact } from '../case/context.js';
import type { Process } from '../process/process.js';
import type { RecordedStep } from './recorded-steps.js';
import { type Payload, payloadOf, type TrialEvent, textOf } from './trial-event.js';

/** What the events of a case tell of what stands outside it. */
export type Known = Pick<CaseContext, 'units' | 'mandates' | 'persons' | 'organs' | 'caseIds'> & {
  readonly unitOf: ReadonlyMap<string, string>;
  readonly ledger: boolean;
};

/** What stood outside the case: units and mandates that took part were there, or they could not have. */
export function outsideOf(events: readonly TrialEvent[], { supervision }: Process): Known {
  const drafted = events.find(({ type }) => type === 'proposal.drafted');
  const told = drafted ? payloadOf(drafted) : {};
  const seen = new Outside(textOf(told, 'kind') === 'CPPCC_PROPOSAL' ? 'CPPCC_MEMBER' : 'DEPUTY');
  for (const { payload } of events) seen.see(payload);
  for (const event of events) seeLiaison(event, supervision, seen.units);
  if (drafted) seen.unitOf.set('lead', textOf(told, 'leadProposerId'));
  const { units, mandates, persons, organs, caseIds, unitOf } = seen;
  return { units, mandates, persons, organs, caseIds, unitOf, ledger: textOf(told, 'source') === 'LEDGER' };
}

/** Everybody that events name. A year has millions of their fields, so each is looked at once. */
class Outside {
  readonly units = new Map<string, UnitFact>();
  readonly organs = new Map<string, string>();
  readonly mandates = new Map<string, { active: true; kind: 'DEPUTY' | 'CPPCC_MEMBER' }>();
  readonly persons = new Set<string>();
  readonly caseIds = new Set<string>();
  readonly unitOf = new Map<string, string>();

  constructor(private readonly kind: 'DEPUTY' | 'CPPCC_MEMBER') {}

  see(value: unknown, name = ''): void {
    if (typeof value === 'string') this.seeText(value, name);
    else if (Array.isArray(value)) for (const each of value) this.see(each, name);
    else if (typeof value === 'object' && value !== null) this.seeFields(value as Payload);
  }

  private seeFields(fields: Payload): void {
    let [assignmentId, entryId, unitId, organ, called] = ['', '', '', '', ''];
    for (const name in fields) {
      const value = fields[name];
      if (typeof value === 'object') this.see(value, name);
      if (typeof value !== 'string') continue;
      if (name === 'assignmentId') assignmentId = value;
      else if (name === 'entryId') entryId = value;
      else if (name === 'organ') organ = value;
      else if (name === 'name') called = value;
      else if (name === 'unitId') unitId = value;
      if (isName(name)) this.seeText(value, name);
    }
    if (organ && called) this.organs.set(organ, called);
    if (unitId && assignmentId) this.unitOf.set(assignmentId, unitId);
    if (unitId && entryId) this.unitOf.set(entryId, unitId);
  }

  private seeText(value: string, name: string): void {
    if (/[uU]nitIds?$/.test(name)) this.units.set(value, { active: true });
    else if (MANDATE_NAMES.has(name)) this.mandates.set(value, { active: true, kind: this.kind });
    else if (name === 'personId') this.persons.add(value);
    else if (name === 'intoId' || name === 'fromId' || name === 'mergeIntoId') this.caseIds.add(value);
  }
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
