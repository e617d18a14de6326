import type {
  CalendarDate,
  CanonicalCategory,
  LocalityLevel,
  Names,
  NewEvent,
  OrganKind,
  SHARING_SET,
  Shared,
  UnitSystem,
} from '@duban/kernel';

// Events of this service. Ids are bare UUIDs, localities their numbers. `validTo` is the first day
// on which something no longer holds; null while it holds.

export type LocalityFacts = {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly names: Names;
  readonly level: LocalityLevel;
  readonly parent: number | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Whoever stands above is told of ratings only together with at least so many; left out: of all. */
  readonly ratingsFrom?: number;
  /** Who takes its place from `validTo` on; left out: nobody. */
  readonly successors?: readonly number[];
};

/**
 * What stands above the locality from `validFrom` on, nearest first (depth 1 is the parent). It
 * replaces everything said before about the days from `validFrom` on.
 */
export type Attached = {
  readonly number: number;
  readonly parent: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly ancestors: readonly { readonly number: number; readonly depth: number }[];
};

/**
 * Where what an ended locality has left counts from `validFrom` on, nearest first: at the one that took
 * its place, or at what stands above several. It replaces everything said before about these days.
 */
export type Succeeded = Attached & { readonly successors: readonly number[] };

export type OrganFacts = {
  readonly organId: string;
  readonly code: string;
  readonly kind: OrganKind;
  readonly name: string;
  readonly shortName: string;
};

export type CategoryFacts = {
  readonly categoryId: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly leaf: boolean;
  readonly canonical: CanonicalCategory | null;
};

export type SectionFacts = { readonly sectionId: string; readonly code: string; readonly name: string };

export type PositionKind = 'HEAD' | 'DEPUTY_HEAD' | 'SECTION_HEAD' | 'HANDLER';

export type PositionFacts = {
  readonly positionId: string;
  readonly kind: PositionKind;
  readonly sectionId: string | null;
};

export type UnitFacts = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: UnitSystem;
  readonly liaisonOrganId: string | null;
  readonly isHandlingUnit: boolean;
  readonly validFrom: CalendarDate;
  readonly sections: readonly SectionFacts[];
  readonly positions: readonly PositionFacts[];
};

type UnitId = { readonly unitId: string };

export type LocalityEvent =
  | NewEvent<'locality.registered', LocalityFacts>
  | NewEvent<'locality.amended', LocalityFacts>
  | NewEvent<'locality.attached', Attached>
  | NewEvent<'locality.succeeded', Succeeded>
  | NewEvent<'locality.organs_listed', { readonly organs: readonly OrganFacts[] }>
  | NewEvent<'locality.categories_listed', { readonly categories: readonly CategoryFacts[] }>
  | NewEvent<typeof SHARING_SET, Shared>
  | NewEvent<'locality.roles_named', { readonly roles: Readonly<Record<string, Names>> }>;

export type UnitEvent =
  | NewEvent<'unit.registered', UnitFacts>
  | NewEvent<'unit.renamed', UnitId & { readonly name: string; readonly shortName: string }>
  | NewEvent<'unit.amended', Omit<UnitFacts, 'name' | 'shortName' | 'code'>>
  | NewEvent<'unit.closed', UnitId & { readonly validTo: CalendarDate; readonly successorId: string | null }>
  | NewEvent<'unit.reopened', UnitId>;
