import type { Role, Viewer } from '@duban/kernel';

/** A UUID that is easy to read in a failing test. */
export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const UNITS = {
  transport: id(101),
  water: id(102),
  schools: id(103),
  closed: id(104),
  parks: id(105),
};
export const MANDATES = {
  lead: id(201),
  second: id(202),
  third: id(203),
  ended: id(204),
  member: id(205),
  spare: id(206),
};

/** Somebody whom the locality knows. */
export const PERSON = id(401);

export const viewerAs = (role: Role, also: Partial<Viewer> = {}): Viewer => ({
  accountId: id(300),
  grantId: id(301),
  login: 'somebody',
  tenant: 999_999,
  role,
  personId: id(302),
  mandateId: null,
  unitId: null,
  sectionId: null,
  ...also,
});

export const PEOPLE = {
  lead: viewerAs('DEPUTY', { mandateId: MANDATES.lead }),
  second: viewerAs('DEPUTY', { mandateId: MANDATES.second }),
  third: viewerAs('DEPUTY', { mandateId: MANDATES.third }),
  congress: viewerAs('DEPUTY_AFFAIRS_OFFICER'),
  government: viewerAs('GOV_HANDOVER_OFFICER'),
  transport: viewerAs('UNIT_HEAD', { unitId: UNITS.transport }),
  water: viewerAs('UNIT_HEAD', { unitId: UNITS.water }),
  schools: viewerAs('UNIT_HEAD', { unitId: UNITS.schools }),
  parks: viewerAs('UNIT_HEAD', { unitId: UNITS.parks }),
  reader: viewerAs('EVALUATOR'),
};

/** The head of a unit. */
export const headOf = (unitId: string): Viewer => viewerAs('UNIT_HEAD', { unitId });
