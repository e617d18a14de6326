import type { Role, Viewer } from '@duban/kernel';
import type { RecordRule } from '../process/records.js';
import type { RecordSubject, WorkRecord } from './work-record.js';

export const PROPOSERS: readonly Role[] = ['DEPUTY', 'CPPCC_MEMBER'];
/** The proposers of the very case a record is about. */
const AUTHORS: readonly Role[] = ['LEAD_PROPOSER', 'COSIGNER'];
export const UNIT_ROLES: readonly Role[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'];

/** Offices, leaders and supervisors see every record of what they may see. */
const OFFICES: readonly Role[] = [
  'DEPUTY_AFFAIRS_OFFICER',
  'PROPOSAL_COMMITTEE_OFFICER',
  'GOV_HANDOVER_OFFICER',
  'LEADING_OFFICIAL',
  'SUPERVISING_LEADER',
  'COMMITTEE_SUPERVISOR',
  'STANDING_COMMITTEE_MEMBER',
  'SUPERVISION_GROUP_MEMBER',
  'EVALUATOR',
  'TENANT_ADMIN',
  'SYSTEM',
];

/** Roles that may see a record of this kind. On a case, PROPOSERS are its own; elsewhere, all deputies and members. */
export function audienceOf(kind: RecordRule): readonly Role[] {
  const onCase = ['CASE', 'ASSIGNMENT', 'ENTRY'].includes(kind.about);
  const visibleTo = kind.visibleTo ?? [];
  const parties = [
    ...kind.enteredBy,
    ...Object.values(kind.signers ?? {}).flatMap(({ roles }) => roles),
    ...(kind.answer?.by ?? []),
  ];
  const audience = [
    ...OFFICES,
    ...parties,
    ...(visibleTo.includes('PROPOSERS') ? (onCase ? AUTHORS : PROPOSERS) : []),
    ...(visibleTo.includes('UNITS') ? UNIT_ROLES : []),
  ];
  return [...new Set(audience)];
}

/** The roles in which somebody meets a record: their own, and those they have on its case. */
export function rolesOf({ role, mandateId }: Viewer, authors: readonly string[]): readonly Role[] {
  if (mandateId === null || !authors.includes(mandateId)) return [role];
  return mandateId === authors[0] ? [role, ...AUTHORS] : [role, 'COSIGNER'];
}

/** Staff of a unit act on their own unit's records, deputies and members on their own. */
export function concerns({ role, unitId, mandateId }: Viewer, subject: RecordSubject): boolean {
  if (UNIT_ROLES.includes(role)) return subject.unitId === null || subject.unitId === unitId;
  return subject.mandateId === null || !PROPOSERS.includes(role) || subject.mandateId === mandateId;
}

/** Whether a viewer who may see the case (when there is one) may see the record. `visibleRecord` is the same in SQL. */
export const maySeeRecord = (
  { visibleTo, subject }: Pick<WorkRecord, 'visibleTo' | 'subject'>,
  viewer: Viewer,
  authors: readonly string[],
): boolean => {
  const roles = rolesOf(viewer, authors);
  const author = roles.length > 1 && visibleTo.some((role) => AUTHORS.includes(role));
  return (author || visibleTo.includes(viewer.role)) && concerns(viewer, subject);
};
