import type { CalendarDate, DemonstrationPeople, MandateEntry } from '@duban/kernel';
import type { Account } from '../account.js';
import { loginBelongsTo } from '../account.js';
import type { RoleGrant } from '../grant.js';
import type { Group, Membership } from '../group.js';
import type { Mandate } from '../mandate.js';
import type { Person } from '../person.js';

/** Ids that follow from the codes in the file, so that services agree without talking. */
export type DemonstrationIds = {
  person(code: string): string;
  mandate(code: string): string;
  group(code: string): string;
  account(code: string): string;
  grant(code: string): string;
  unit(code: string): string;
  section(unit: string, code: string): string;
};

export type DemonstrationRows = {
  readonly persons: readonly Person[];
  readonly mandates: readonly Mandate[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly accounts: readonly Account[];
  readonly grants: readonly RoleGrant[];
};

/** What a locality's `people.yaml` becomes. Throws for a login that belongs to another locality. */
export function demonstrationRows(
  localityCode: string,
  people: DemonstrationPeople,
  ids: DemonstrationIds,
): DemonstrationRows {
  const groupNames = new Map(people.groups.map(({ code, name }) => [code, name]));
  const nameOf = (code: string | null) => (code === null ? null : (groupNames.get(code) ?? code));
  return {
    persons: people.persons.map(({ code, name }) => person(ids.person(code), name)),
    mandates: people.mandates.map((entry) => mandate(entry, ids, nameOf)),
    groups: people.groups.map(({ code, kind, name }) => ({ id: ids.group(code), kind, name })),
    memberships: memberships(people, ids),
    accounts: people.accounts.map(({ login, person: owner }) => account(login, localityCode, owner, ids)),
    grants: grants(people, localityCode, ids),
  };
}

const person = (id: string, name: string): Person => ({
  id,
  name,
  gender: null,
  ethnicity: null,
  phone: null,
  version: 1,
});

const mandate = (
  { code, person: owner, kind, term, from, to, electoralUnit, party, ...groups }: MandateEntry,
  ids: DemonstrationIds,
  nameOf: (code: string | null) => string | null,
): Mandate => ({
  id: ids.mandate(code),
  personId: ids.person(owner),
  kind,
  certificateNumber: null,
  term,
  electoralUnit,
  delegation: nameOf(groups.delegation),
  sector: nameOf(groups.sector),
  party,
  status: 'ACTIVE',
  reason: null,
  from,
  to,
  version: 1,
});

function memberships(
  { groups, mandates, accounts }: DemonstrationPeople,
  ids: DemonstrationIds,
): Membership[] {
  const starts = new Map<string, CalendarDate>();
  for (const { person: owner, grants: held } of accounts)
    if (owner && held[0]) starts.set(owner, held[0].from);
  for (const { person: owner, from } of mandates) starts.set(owner, from);
  return groups.flatMap(({ code, members }) =>
    members.map((member) => ({
      groupId: ids.group(code),
      personId: ids.person(member),
      from: starts.get(member) ?? '2000-01-01',
      to: null,
    })),
  );
}

const codeOf = (login: string, localityCode: string): string => login.slice(localityCode.length + 1);

function account(login: string, localityCode: string, owner: string | null, ids: DemonstrationIds): Account {
  if (!loginBelongsTo(login, localityCode))
    throw new Error(`The login ${login} is not of locality ${localityCode}.`);
  const id = ids.account(codeOf(login, localityCode));
  const personId = owner === null ? null : ids.person(owner);
  return {
    id,
    login,
    subject: id,
    personId,
    status: 'ACTIVE',
    failedAttempts: 0,
    lockedUntil: null,
    mustChangePassword: false,
    passwordSetAt: null,
    version: 1,
  };
}

const grants = (
  { accounts }: DemonstrationPeople,
  localityCode: string,
  ids: DemonstrationIds,
): RoleGrant[] =>
  accounts.flatMap(({ login, grants: held }) =>
    held.map(({ code, role, mandate: rests, unit, section, from, primary }) => ({
      id: ids.grant(code),
      accountId: ids.account(codeOf(login, localityCode)),
      role,
      unitId: unit === null ? null : ids.unit(unit),
      sectionId: unit === null || section === null ? null : ids.section(unit, section),
      mandateId: rests === null ? null : ids.mandate(rests),
      validFrom: from,
      validTo: null,
      endedAt: null,
      primary,
    })),
  );
