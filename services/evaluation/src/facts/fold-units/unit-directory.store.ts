import type { CalendarDate } from '@duban/kernel';
import type { ListedSection, ListedUnit } from './listed-unit.js';

export type KnownSection = { readonly sectionId: string; readonly code: string; readonly name: string };

/** What is kept of a locality's units and their sections. */
export type UnitDirectory = {
  register(unit: KnownUnit): Promise<void>;
  /** What is left out stays as it was. */
  amend(unitId: string, change: Partial<Omit<KnownUnit, 'unitId' | 'sections'>>): Promise<void>;
  /** A section that is gone stays, inactive, for what it handled. */
  setSections(unitId: string, sections: readonly KnownSection[]): Promise<void>;
  /** The last day; null: it goes on. */
  end(unitId: string, lastDay: CalendarDate | null): Promise<void>;
};

export type KnownUnit = {
  readonly unitId: string;
  readonly name: string;
  readonly system: string | null;
  readonly handling: boolean;
  readonly from: CalendarDate | null;
  readonly sections: readonly KnownSection[];
};

/** Every unit and section that the transaction's locality has, or had. */
export type DirectoryReads = {
  units(): Promise<readonly ListedUnit[]>;
  sections(): Promise<readonly ListedSection[]>;
};
