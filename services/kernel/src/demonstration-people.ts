import type { CalendarDate } from './calendar.js';
import type { GroupKind } from './locality-vocabulary.js';
import type { Role } from './viewer.js';

/** A demonstration person. `code` is the login without the locality, e.g. `deputy-3`; seeded ids follow from it. */
export type PersonEntry = { readonly code: string; readonly name: string };

/** A group (小组) with the codes of its people. */
export type GroupEntry = {
  readonly code: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly members: readonly string[];
};

/** A mandate; its code is its person's. Delegation and sector are codes of groups. */
export type MandateEntry = {
  readonly code: string;
  readonly person: string;
  readonly kind: 'DEPUTY' | 'CPPCC_MEMBER';
  readonly term: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly delegation: string | null;
  readonly sector: string | null;
  readonly electoralUnit: string | null;
  readonly party: string | null;
};

/** One grant of an account. Unit, section and organ are codes of the locality's file. */
export type GrantEntry = {
  readonly code: string;
  readonly role: Role;
  readonly mandate: string | null;
  readonly unit: string | null;
  readonly section: string | null;
  readonly organ: string | null;
  readonly from: CalendarDate;
  /** The one that counts when none is chosen. */
  readonly primary: boolean;
};

export type AccountEntry = {
  readonly login: string;
  readonly person: string | null;
  readonly grants: readonly GrantEntry[];
};

/** Everybody of a locality's demonstration, with accounts for all roles. */
export type DemonstrationPeople = {
  readonly persons: readonly PersonEntry[];
  readonly groups: readonly GroupEntry[];
  readonly mandates: readonly MandateEntry[];
  readonly accounts: readonly AccountEntry[];
};
