import type {
  AccountEntry,
  DemonstrationPeople,
  GrantEntry,
  MandateEntry,
  PersonEntry,
} from '../../demonstration-people.js';
import type { Role } from '../../viewer.js';
import type { WrittenPeople, WrittenUnitStaff } from './written-people.js';

/** Somebody of the file before codes and logins are given out. */
type Somebody = {
  readonly name: string | null;
  readonly role: Role;
  readonly also: readonly Role[];
  readonly groups: readonly string[];
  readonly mandate: Omit<MandateEntry, 'code' | 'person'> | null;
  readonly unit: string | null;
  readonly section: string | null;
  readonly organ: string | null;
};

const NOWHERE = { also: [], groups: [], mandate: null, unit: null, section: null, organ: null } as const;

/**
 * Gives everybody of a `people.yaml` a code and a login: `<locality code>.<role-in-kebab-case>`, from
 * the second person of a role on with `-2`, `-3`, in the order of the file.
 */
export function completePeople(localityCode: string, written: WrittenPeople): DemonstrationPeople {
  const counts = new Map<Role, number>();
  const everybody = [...deputies(written), ...members(written), ...staff(written), ...unitStaff(written)].map(
    (somebody) => {
      const count = (counts.get(somebody.role) ?? 0) + 1;
      counts.set(somebody.role, count);
      const code = kebab(somebody.role) + (count === 1 ? '' : `-${count}`);
      return { code, somebody };
    },
  );
  const from = written.terms.DEPUTY.from;
  return {
    persons: everybody.flatMap(({ code, somebody }): PersonEntry[] =>
      somebody.name === null ? [] : [{ code, name: somebody.name }],
    ),
    groups: written.groups.map((group) => ({
      ...group,
      members: everybody
        .filter(({ somebody }) => somebody.groups.includes(group.code))
        .map(({ code }) => code),
    })),
    mandates: everybody.flatMap(({ code, somebody }): MandateEntry[] =>
      somebody.mandate === null ? [] : [{ code, person: code, ...somebody.mandate }],
    ),
    accounts: everybody.map(
      ({ code, somebody }): AccountEntry => ({
        login: `${localityCode}.${code}`,
        person: somebody.name === null ? null : code,
        grants: grantsOf(code, somebody, from),
      }),
    ),
  };
}

const kebab = (role: Role): string => role.toLowerCase().replaceAll('_', '-');

function grantsOf(code: string, somebody: Somebody, from: string): GrantEntry[] {
  const { unit, section, organ, mandate } = somebody;
  return [somebody.role, ...somebody.also].map((role, index) => ({
    code: index === 0 ? code : `${code}/${kebab(role)}`,
    role,
    mandate: mandate === null ? null : code,
    unit,
    section,
    organ,
    from: mandate?.from ?? from,
    primary: index === 0,
  }));
}

function deputies({ deputies, terms }: WrittenPeople): Somebody[] {
  const { name: term, from, to = null } = terms.DEPUTY;
  return deputies.map(
    ({ name, role = 'DEPUTY', also = [], delegation, electoralUnit, party = null, groups = [] }) => ({
      ...NOWHERE,
      name,
      role,
      also,
      groups: [delegation, ...groups],
      mandate: { kind: 'DEPUTY', term, from, to, delegation, sector: null, electoralUnit, party },
    }),
  );
}

function members({ members, terms }: WrittenPeople): Somebody[] {
  const { name: term, from, to = null } = terms.CPPCC_MEMBER;
  return members.map(({ name, also = [], sector, party = null, groups = [] }) => ({
    ...NOWHERE,
    name,
    role: 'CPPCC_MEMBER',
    also,
    groups: [sector, ...groups],
    mandate: { kind: 'CPPCC_MEMBER', term, from, to, delegation: null, sector, electoralUnit: null, party },
  }));
}

const staff = (written: WrittenPeople): Somebody[] =>
  written.staff.map(({ role, name = null, also = [], organ = null, groups = [] }) => ({
    ...NOWHERE,
    name,
    role,
    also,
    groups,
    organ,
  }));

/** Heads and deputy heads answer for the whole unit; section heads and handlers belong to a section. */
const unitStaff = (written: WrittenPeople): Somebody[] =>
  written.unitStaff.flatMap((line): Somebody[] => [
    responsible(line, 'UNIT_HEAD', line.head, null),
    responsible(line, 'UNIT_DEPUTY_HEAD', line.deputyHead, null),
    responsible(line, 'SECTION_HEAD', line.sectionHead, line.section),
    responsible(line, 'UNIT_HANDLER', line.handler, line.section),
  ]);

const responsible = (
  { unit }: WrittenUnitStaff,
  role: Role,
  name: string,
  section: string | null,
): Somebody => ({
  ...NOWHERE,
  name,
  role,
  unit,
  section,
});
