import type { CalendarDate, GroupKind } from '@duban/kernel';

/** A delegation (代表团), sector (界别) or other group of persons. */
export type Group = { readonly id: string; readonly kind: GroupKind; readonly name: string };

/** Belonging to a group, from a day to a day, both included. */
export type Membership = {
  readonly groupId: string;
  readonly personId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};
