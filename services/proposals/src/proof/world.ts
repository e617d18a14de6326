import { mayTry, ROLES, type Role, type Viewer, type WorkingCalendar } from '@duban/kernel';
import type { CaseContext, MandateFact, UnitFact } from '../case/context.js';
import type { ProposalKind } from '../case/vocabulary.js';
import type { ConditionLanguage } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { PROPOSAL_ACCESS, PROPOSER_ROLES, type ProposalAction, UNIT_ROLES } from '../proposal.access.js';

/** A UUID that tells apart and nothing else. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const UNITS: readonly string[] = [idOf(1), idOf(2), idOf(3), idOf(4)];
/** People of the units, who may be named as responsible. */
export const PERSONS: readonly string[] = [idOf(2001), idOf(2002), idOf(2003), idOf(2004)];
const MANDATES = 60;
/** The first proposes, the others sign. */
export const mandateOf = (index: number): string => idOf(1000 + index);

const NO_DAYS: WorkingCalendar = { holidays: new Set(), makeUpDays: new Set() };

const viewerAs = (role: Role, also: Partial<Viewer> = {}): Viewer => ({
  ...{ accountId: idOf(5000), grantId: idOf(5001), login: 'somebody', tenant: 1, role },
  ...{ personId: null, mandateId: null, unitId: null, sectionId: null },
  ...also,
});

/** Somebody of every role: for units in each unit, for proposers with a mandate each. */
function everybody(): readonly Viewer[] {
  return ROLES.flatMap((role) => {
    if (UNIT_ROLES.includes(role)) return UNITS.map((unitId) => viewerAs(role, { unitId }));
    if (!PROPOSER_ROLES.includes(role)) return [viewerAs(role)];
    return [0, 1, 2].map((index) => viewerAs(role, { mandateId: mandateOf(index) }));
  });
}

const EVERYBODY = everybody();

/** Those who may try an action at all, told apart by role, unit and mandate. */
export function peopleFor(action: ProposalAction): readonly Viewer[] {
  const known = PEOPLE.get(action) ?? EVERYBODY.filter(({ role }) => mayTry(PROPOSAL_ACCESS, action, role));
  PEOPLE.set(action, known);
  return known;
}

const PEOPLE = new Map<ProposalAction, readonly Viewer[]>();

/** What stands outside the cases of a proof: units and mandates enough, and every number still free. */
export function worldOf(process: Process, conditions: ConditionLanguage, kind: ProposalKind): CaseContext {
  const fact: UnitFact = { active: true, system: 'GOVERNMENT', liaisonCommittee: 'committee', load: 5 };
  const mandate: MandateFact = { active: true, kind: kind === 'NPC_SUGGESTION' ? 'DEPUTY' : 'CPPCC_MEMBER' };
  const closes = Object.values(process.sessions).map(({ closedOn }) => closedOn);
  let ids = 100_000;
  return {
    source: 'ONLINE',
    conditions,
    calendar: NO_DAYS,
    units: new Map(UNITS.map((id) => [id, fact])),
    mandates: new Map(Array.from({ length: MANDATES }, (_, index) => [mandateOf(index), mandate])),
    persons: new Set(PERSONS),
    organs: new Map(),
    held: [],
    caseIds: new Set(),
    categories: new Map([['any', 'OTHER']]),
    nextSerial: 1,
    numberTaken: false,
    nextEntrySerial: 1,
    other: null,
    sessionClose: closes[0] ?? null,
    newId: () => idOf(ids++),
  };
}
