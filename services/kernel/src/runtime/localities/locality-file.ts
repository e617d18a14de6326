import type { CalendarDate } from '../../calendar.js';
import type { CanonicalCategory, LocalityLevel, OrganKind, UnitSystem } from '../../locality-vocabulary.js';
import type { Role } from '../../viewer.js';

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
  readonly organs: readonly OrganEntry[];
  readonly units: readonly UnitEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly roles: Readonly<Record<Role, Names>>;
};

/** `locality.yaml` as it is written, once it fits its schema. */
export type WrittenLocality = {
  readonly number: number;
  readonly code: string;
  readonly names: Names;
  readonly level: LocalityLevel;
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly parents: readonly { locality: number; from: CalendarDate; to?: CalendarDate }[];
  readonly organs: readonly { code: string; kind: OrganKind; name: string; shortName?: string }[];
  readonly units: readonly WrittenUnit[];
  readonly categories?: readonly WrittenCategory[];
  readonly roles?: Readonly<Partial<Record<Role, Names>>>;
};

export type WrittenUnit = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: UnitSystem;
  readonly liaisonCommittee?: string;
  readonly handling?: boolean;
  readonly sections?: Readonly<Record<string, string>>;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly successor?: string;
};

export type WrittenCategory = {
  readonly code: string;
  readonly name: string;
  readonly canonical?: CanonicalCategory;
  readonly children?: readonly WrittenCategory[];
};

/** `base/locality.yaml`: what a locality has unless it says otherwise. */
export type WrittenDefaults = {
  readonly roles: Readonly<Record<Role, Names>>;
  readonly categories: readonly WrittenCategory[];
};

/** Fills in what a locality leaves out. Both must fit their schemas. */
export function completeLocality(written: WrittenLocality, defaults: WrittenDefaults): LocalityFile {
  return {
    number: written.number,
    code: written.code,
    names: written.names,
    level: written.level,
    from: written.from,
    to: written.to ?? null,
    parents: written.parents.map((parent) => ({ ...parent, to: parent.to ?? null })),
    organs: written.organs.map((organ) => ({ ...organ, shortName: organ.shortName ?? organ.name })),
    units: written.units.map((unit) => completeUnit(unit, written.from)),
    categories: flatten(written.categories ?? defaults.categories),
    roles: { ...defaults.roles, ...written.roles },
  };
}

function completeUnit(unit: WrittenUnit, from: CalendarDate): UnitEntry {
  return {
    code: unit.code,
    name: unit.name,
    shortName: unit.shortName,
    system: unit.system,
    liaisonCommittee: unit.liaisonCommittee ?? null,
    handling: unit.handling ?? true,
    sections: Object.entries(unit.sections ?? {}).map(([code, name]) => ({ code, name })),
    from: unit.from ?? from,
    to: unit.to ?? null,
    successor: unit.successor ?? null,
  };
}

function flatten(
  categories: readonly WrittenCategory[],
  parent: string | null = null,
  inherited: CanonicalCategory | null = null,
): CategoryEntry[] {
  return categories.flatMap(({ code, name, canonical = inherited, children = [] }) => [
    { code, name, parent, leaf: children.length === 0, canonical },
    ...flatten(children, code, canonical),
  ]);
}
