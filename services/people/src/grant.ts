import {
  accept,
  type CalendarDate,
  dateInShanghai,
  isCalendarDate,
  type NewEvent,
  type Outcome,
  type Role,
  refuse,
} from '@duban/kernel';
import type { Mandate } from './mandate.js';

/** A role (角色) that an account holds in its locality, from a day to a day, both included. */
export type RoleGrant = {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly sectionId: string | null;
  readonly mandateId: string | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Set when somebody ended the grant at once; it counts from that instant, not from the next day. */
  readonly endedAt: string | null;
  readonly primary: boolean;
};

/** Roles that only make sense inside a handling unit (承办单位). */
const UNIT_ROLES: readonly Role[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'];

/** Roles that need a mandate, with the kinds of mandate that carry them. Other roles may rest on one. */
const MANDATE_ROLES: Readonly<Partial<Record<Role, readonly Mandate['kind'][]>>> = {
  DEPUTY: ['DEPUTY'],
  CPPCC_MEMBER: ['CPPCC_MEMBER'],
  LEAD_PROPOSER: ['DEPUTY', 'CPPCC_MEMBER'],
  COSIGNER: ['DEPUTY', 'CPPCC_MEMBER'],
};

/** Valid at an instant: its days are days in Asia/Shanghai. */
export function isValidAt(grant: RoleGrant, now: string): boolean {
  const today = dateInShanghai(now);
  if (grant.validFrom > today || (grant.validTo !== null && grant.validTo < today)) return false;
  return grant.endedAt === null || Date.parse(grant.endedAt) > Date.parse(now);
}

/** Usable: valid, and, where it rests on a mandate, the mandate is in force (neither suspended nor ended). */
export const isUsable = (grant: RoleGrant, mandate: Pick<Mandate, 'status'> | null, now: string): boolean =>
  isValidAt(grant, now) && (grant.mandateId === null || mandate?.status === 'ACTIVE');

/** The grant used when none is asked for: the primary one, else the oldest. The order does not depend on storage. */
export function choosePrimary<Grant extends Pick<RoleGrant, 'id' | 'primary' | 'validFrom'>>(
  usable: readonly Grant[],
): Grant | null {
  const order = (a: Grant, b: Grant) =>
    Number(b.primary) - Number(a.primary) || compare(a.validFrom, b.validFrom) || compare(a.id, b.id);
  return [...usable].sort(order)[0] ?? null;
}

export type GrantWish = Omit<RoleGrant, 'id' | 'endedAt'>;

export type GrantSubject = {
  readonly personId: string | null;
  /** The mandate that the wish names, if it exists in this locality. */
  readonly mandate: Mandate | null;
  readonly existing: readonly RoleGrant[];
};

/** May this role be given like this? `SYSTEM` is the platform's own and is never given. */
export function decideGive(grantId: string, wish: GrantWish, subject: GrantSubject): Outcome<NewEvent> {
  if (wish.role === 'SYSTEM') return refuse('ROLE_NOT_GRANTABLE', { role: wish.role });
  const refused = checkPeriod(wish) ?? checkUnit(wish) ?? checkMandate(wish, subject);
  if (refused) return refused;
  if (subject.existing.some((grant) => sameRole(grant, wish) && overlaps(grant, wish))) {
    return refuse('GRANT_ALREADY_GIVEN', { role: wish.role });
  }
  return accept({ type: 'grant.given', payload: { grantId, ...wish } });
}

function checkPeriod({ validFrom, validTo }: GrantWish) {
  if (!isCalendarDate(validFrom)) return refuse('DATE_INVALID', { field: 'validFrom' });
  if (validTo !== null && !isCalendarDate(validTo)) return refuse('DATE_INVALID', { field: 'validTo' });
  return validTo !== null && validTo < validFrom
    ? refuse('PERIOD_REVERSED', { from: validFrom, to: validTo })
    : null;
}

function checkUnit({ role, unitId, sectionId }: GrantWish) {
  if (UNIT_ROLES.includes(role) && unitId === null) return refuse('GRANT_NEEDS_UNIT', { role });
  return sectionId !== null && unitId === null ? refuse('SECTION_NEEDS_UNIT') : null;
}

function checkMandate({ role, mandateId }: GrantWish, { mandate, personId }: GrantSubject) {
  const kinds = MANDATE_ROLES[role];
  if (mandateId === null) return kinds ? refuse('GRANT_NEEDS_MANDATE', { role }) : null;
  if (!mandate) return refuse('MANDATE_NOT_FOUND');
  if (mandate.personId !== personId || (kinds && !kinds.includes(mandate.kind))) {
    return refuse('MANDATE_DOES_NOT_FIT', { role });
  }
  return mandate.status === 'ENDED' ? refuse('MANDATE_ALREADY_ENDED') : null;
}

const sameRole = (a: GrantWish | RoleGrant, b: GrantWish): boolean =>
  a.role === b.role && a.unitId === b.unitId && a.sectionId === b.sectionId && a.mandateId === b.mandateId;

const overlaps = (a: RoleGrant, b: GrantWish): boolean =>
  a.endedAt === null &&
  (a.validTo === null || a.validTo >= b.validFrom) &&
  (b.validTo === null || b.validTo >= a.validFrom);

export type GrantEnd = Pick<RoleGrant, 'endedAt' | 'validTo'>;

/** Ends a grant: at once without a day, else after that day. A grant cannot be prolonged this way. */
export function decideEnd(
  grant: RoleGrant,
  lastDay: CalendarDate | null,
  now: string,
): Outcome<{ readonly event: NewEvent; readonly end: GrantEnd }> {
  const today = dateInShanghai(now);
  if (grant.endedAt !== null || (grant.validTo !== null && grant.validTo < today))
    return refuse('GRANT_ALREADY_ENDED');
  if (lastDay === null) return accept(ended(grant, { endedAt: now, validTo: grant.validTo }));
  if (!isCalendarDate(lastDay)) return refuse('DATE_INVALID', { field: 'lastDay' });
  if (lastDay < today) return refuse('DATE_IN_PAST', { field: 'lastDay' });
  if (lastDay < grant.validFrom) return refuse('PERIOD_REVERSED', { from: grant.validFrom, to: lastDay });
  if (grant.validTo !== null && lastDay > grant.validTo)
    return refuse('GRANT_ENDS_EARLIER', { to: grant.validTo });
  return accept(ended(grant, { endedAt: null, validTo: lastDay }));
}

const ended = ({ id, accountId, role }: RoleGrant, end: GrantEnd) => ({
  event: { type: 'grant.ended', payload: { grantId: id, accountId, role, ...end } },
  end,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
