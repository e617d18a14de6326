import type { CalendarDate } from '../../calendar.js';
import type { GroupKind } from '../../locality-vocabulary.js';
import type { Role } from '../../viewer.js';

type WrittenTerm = { readonly name: string; readonly from: CalendarDate; readonly to?: CalendarDate };
type Grouped = { readonly also?: readonly Role[]; readonly groups?: readonly string[] };

type WrittenDeputy = Grouped & {
  readonly name: string;
  readonly role?: Role;
  readonly delegation: string;
  readonly electoralUnit: string;
  readonly party?: string;
};
type WrittenMember = Grouped & {
  readonly name: string;
  readonly sector: string;
  readonly party?: string;
};
type WrittenStaff = Grouped & { readonly role: Role; readonly name?: string; readonly organ?: string };
export type WrittenUnitStaff = {
  readonly unit: string;
  readonly section: string;
  readonly head: string;
  readonly deputyHead: string;
  readonly sectionHead: string;
  readonly handler: string;
};

/** `people.yaml` as it is written, once it fits its schema. */
export type WrittenPeople = {
  readonly terms: { readonly DEPUTY: WrittenTerm; readonly CPPCC_MEMBER: WrittenTerm };
  readonly groups: readonly { code: string; kind: GroupKind; name: string }[];
  readonly deputies: readonly WrittenDeputy[];
  readonly members: readonly WrittenMember[];
  readonly staff: readonly WrittenStaff[];
  readonly unitStaff: readonly WrittenUnitStaff[];
};
