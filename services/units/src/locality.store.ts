import type { CalendarDate, LocalityLevel, Names } from '@duban/kernel';
import type { CategoryFacts, OrganFacts } from './events.js';

/** A locality as it is shown. `to` is its last day; null while it exists. */
export type LocalityRow = {
  readonly number: number;
  readonly code: string;
  readonly level: LocalityLevel;
  readonly names: Names;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

/** One took the place of another from that day on; `other` is the one that is asked for. */
export type Succession = { readonly other: number; readonly since: CalendarDate };

export type OrganRow = OrganFacts & { readonly tenant: number };
export type CategoryRow = CategoryFacts & { readonly tenant: number };
export type RoleNameRow = { readonly role: string; readonly names: Names };

/** A row of one locality by its id: how references point at it. */
export type Key = { readonly tenant: number; readonly id: string };

/**
 * Reading localities. Every answer holds only what the viewer may know: the own locality, what is
 * above it and what is below it. Batches answer in the order of what was asked, in one statement.
 */
export type LocalityStore = {
  findByCode(code: string): Promise<LocalityRow | null>;
  byNumbers(numbers: readonly number[]): Promise<(LocalityRow | null)[]>;
  parentsOf(numbers: readonly number[], on: CalendarDate): Promise<(number | null)[]>;
  childrenOf(numbers: readonly number[], on: CalendarDate): Promise<number[][]>;
  /** Nearest first. */
  ancestorsOf(numbers: readonly number[], on: CalendarDate): Promise<number[][]>;
  /** Who took the place of each, by number. */
  successorsOf(numbers: readonly number[]): Promise<Succession[][]>;
  /** Whose place each took, the first first. */
  predecessorsOf(numbers: readonly number[]): Promise<Succession[][]>;
  organs(tenant: number): Promise<OrganRow[]>;
  organsByIds(keys: readonly Key[]): Promise<(OrganRow | null)[]>;
  categories(tenant: number): Promise<CategoryRow[]>;
  categoriesByIds(keys: readonly Key[]): Promise<(CategoryRow | null)[]>;
  roleNames(tenant: number): Promise<RoleNameRow[]>;
};
