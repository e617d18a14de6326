import type { CalendarDate } from '../../calendar.js';
import type { CategoryEntry, LocalityFile, Names, UnitEntry } from '../../locality-file.js';
import type { CanonicalCategory, LocalityLevel, OrganKind, UnitSystem } from '../../locality-vocabulary.js';
import type { Role } from '../../viewer.js';

/** `locality.yaml` as it is written, once it fits its schema. */
export type WrittenLocality = {
  readonly number: number;
  readonly code: string;
  readonly names: Names;
  readonly level: LocalityLevel;
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly parents: readonly { locality: number; from: CalendarDate; to?: CalendarDate }[];
  readonly successors?: readonly number[];
  readonly ratingsFrom?: number;
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
    successors: written.successors ?? [],
    ratingsFrom: written.ratingsFrom ?? null,
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
