import type { CalendarDate } from './calendar.js';
import type { CanonicalCategory, LocalityLevel, OrganKind, UnitSystem } from './locality-vocabulary.js';
import type { Role } from './viewer.js';

/** Text by language code; Chinese (`zh`) is always there. */
export type Names = Readonly<Record<string, string>> & { readonly zh: string };

/** The locality above, from its first to its last day (null: in force). */
export type ParentSpan = {
  readonly locality: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

export type OrganEntry = {
  readonly code: string;
  readonly kind: OrganKind;
  readonly name: string;
  readonly shortName: string;
};

export type SectionEntry = { readonly code: string; readonly name: string };

export type UnitEntry = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: UnitSystem;
  /** Code of an organ of the same file. */
  readonly liaisonCommittee: string | null;
  readonly handling: boolean;
  readonly sections: readonly SectionEntry[];
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Code of the unit that took over. */
  readonly successor: string | null;
};

/** One category, in the order of the file, parents before children. Leaves always have a canonical category. */
export type CategoryEntry = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly leaf: boolean;
  readonly canonical: CanonicalCategory | null;
};

/** A `locality.yaml` with everything filled in that it leaves to `base/locality.yaml`. */
export type LocalityFile = {
  /** Registration number: the tenant. */
  readonly number: number;
  readonly code: string;
  readonly names: Names;
  readonly level: LocalityLevel;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly parents: readonly ParentSpan[];
  /** Numbers of those that take its place once it has ended; several when it was split. */
  readonly successors: readonly number[];
  /** Those above are told of ratings only together with at least so many; null: of all. */
  readonly ratingsFrom: number | null;
  readonly organs: readonly OrganEntry[];
  readonly units: readonly UnitEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly roles: Readonly<Record<Role, Names>>;
};
