import type { Role, Viewer } from '@duban/kernel';
import type { Warning } from './warning.js';

const UNIT_ROLES: readonly Role[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'];
const PROPOSER_ROLES: readonly Role[] = ['DEPUTY', 'CPPCC_MEMBER', 'LEAD_PROPOSER', 'COSIGNER'];

/** Which warnings of the cases they may read a viewer is shown. */
export type WarningSight = {
  /** Only those about this unit, or about no unit; null: about whichever. */
  readonly unitId: string | null;
  /** Only those that tell one of these roles; null: whomever they tell. */
  readonly recipients: readonly string[] | null;
  /** Also those that are for audit. */
  readonly audit: boolean;
};

/** Offices and supervisors see them all, a unit what concerns it, proposers what they are told. */
export function warningSight({ role, unitId }: Viewer): WarningSight {
  if (UNIT_ROLES.includes(role)) return { unitId: unitId ?? '', recipients: null, audit: false };
  if (PROPOSER_ROLES.includes(role)) return { unitId: null, recipients: PROPOSER_ROLES, audit: false };
  return { unitId: null, recipients: null, audit: true };
}

/** What of a warning says who sees it. */
export type SeenWarning = Pick<Warning, 'level' | 'subject' | 'recipients'>;

/** Whether it was told to somebody in this role; staff only of the unit it concerns. */
export function isTold({ recipients, subject }: SeenWarning, { role, unitId }: Viewer): boolean {
  if (PROPOSER_ROLES.includes(role)) return recipients.some((one) => PROPOSER_ROLES.includes(one as Role));
  const ofUnit = !UNIT_ROLES.includes(role) || subject.unitId === null || subject.unitId === unitId;
  return ofUnit && recipients.includes(role);
}

export function maySeeWarning({ level, subject, recipients }: SeenWarning, viewer: Viewer): boolean {
  const sight = warningSight(viewer);
  if (level === 'AUDIT' && !sight.audit) return false;
  if (sight.unitId !== null && subject.unitId !== null && subject.unitId !== sight.unitId) return false;
  return sight.recipients === null || recipients.some((one) => sight.recipients?.includes(one));
}
