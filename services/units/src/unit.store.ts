import type { CalendarDate, UnitSystem } from '@duban/kernel';
import type { PositionKind, UnitEvent } from './events.js';
import type { Key } from './locality.store.js';
import type { Unit } from './unit.js';

/** Units of the own locality, as the rules see them. A foreign id finds nothing. */
export type UnitStore = {
  find(key: Key): Promise<Unit | null>;
  isCodeTaken(code: string): Promise<boolean>;
  /** Whether an open unit other than `except` has one of the names, as name or as short name. */
  isNameTaken(names: readonly string[], except: string | null): Promise<boolean>;
  organExists(key: Key): Promise<boolean>;
  /** Records events of one unit: in the log, and in the tables that follow from it. */
  append(unitId: string, expectedVersion: number, events: readonly UnitEvent[]): Promise<void>;
};

/** A unit as it is shown. `to` is its last day; null while it exists. */
export type UnitRow = {
  readonly tenant: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: UnitSystem;
  readonly liaisonOrganId: string | null;
  readonly isHandlingUnit: boolean;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly successorId: string | null;
  readonly version: number;
};

export type SectionRow = {
  readonly tenant: number;
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
};

export type PositionRow = {
  readonly tenant: number;
  readonly id: string;
  readonly unitId: string;
  readonly sectionId: string | null;
  readonly kind: PositionKind;
};

/** Reading units, sections and positions of the own locality. Batches answer in the order asked, in one statement. */
export type UnitReads = {
  byIds(keys: readonly Key[]): Promise<(UnitRow | null)[]>;
  predecessorsOf(keys: readonly Key[]): Promise<UnitRow[][]>;
  /** Sections in the order of the file, closed ones last. */
  sectionsOf(keys: readonly Key[]): Promise<SectionRow[][]>;
  sectionsByIds(keys: readonly Key[]): Promise<(SectionRow | null)[]>;
  positionsOf(keys: readonly Key[]): Promise<PositionRow[][]>;
  positionsByIds(keys: readonly Key[]): Promise<(PositionRow | null)[]>;
};
