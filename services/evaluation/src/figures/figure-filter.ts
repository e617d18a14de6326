import { addMonths, type CalendarDate, dateInShanghai, isCalendarDate, startOfDay } from '@duban/kernel';
import type { HandlingSystem } from '../facts/unit-systems.js';
import type { TreeView } from '../tree/tree-view.js';

/** What a caller asks to be counted. Everything left out is not restricted. */
export type FigureFilter = {
  readonly year?: number | null;
  /** Several years at once; beside `year` it is refused. */
  readonly years?: readonly number[] | null;
  readonly from?: CalendarDate | null;
  readonly to?: CalendarDate | null;
  readonly kind?: string | null;
  readonly period?: string | null;
  readonly system?: HandlingSystem | null;
  readonly category?: string | null;
  readonly keyOnly?: boolean | null;
  readonly asOf?: string | null;
  readonly knownAt?: string | null;
  readonly subtree?: boolean | null;
  readonly tree?: TreeView | null;
};

/** A filter that has been checked, with the day it speaks of. Two equal questions have equal text in `key`. */
export type Population = {
  readonly year: number | null;
  readonly years: readonly number[] | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly kind: string | null;
  readonly period: string | null;
  /** Of the units that answer for it, as of the handover. */
  readonly system: HandlingSystem | null;
  /** Canonical: what local categories are mapped to. */
  readonly category: string | null;
  readonly keyOnly: boolean;
  /** ISO instant; null: as things stand now. */
  readonly asOf: string | null;
  /** ISO instant: by what had been recorded then; null: by everything recorded. */
  readonly knownAt: string | null;
  readonly subtree: boolean;
  /** Where items of localities that moved, ended or began count. */
  readonly tree: TreeView;
  /** The day in Asia/Shanghai that "overdue" is measured on and the tree is read at. */
  readonly day: CalendarDate;
  readonly key: string;
};

export type FilterFault = { readonly zh: string; readonly en: string };

/** The checked filter, or what is wrong with it in words. */
export function readFilter(filter: FigureFilter, now: Date): Population | FilterFault {
  const fault = faultOf(filter, now);
  if (fault) return fault;
  const asOf = filter.asOf ? new Date(filter.asOf).toISOString() : null;
  const knownAt = filter.knownAt ? new Date(filter.knownAt).toISOString() : null;
  const population = {
    year: filter.year ?? null,
    years: filter.years ? [...new Set(filter.years)].sort() : null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    kind: filter.kind ?? null,
    period: filter.period ?? null,
    system: filter.system ?? null,
    category: filter.category ?? null,
    keyOnly: filter.keyOnly ?? false,
    asOf,
    knownAt,
    subtree: filter.subtree ?? true,
    tree: filter.tree ?? 'AS_IT_IS',
    day: dateInShanghai(asOf ?? knownAt ?? now),
  };
  return { ...population, key: JSON.stringify(population) };
}

/**
 * The same question a year before: year, days and instant each go back by one. Null where neither a
 * year nor a day says which year is meant: then there is none before it. What stands open or is
 * overdue is read as things stand now, unless the question names an instant.
 */
export function yearBefore(population: Population): Population | null {
  const { year, years, from, to, asOf } = population;
  if (years !== null || (year === null && from === null && to === null)) return null;
  const moved = {
    year: year === null ? null : year - 1,
    years: null,
    from: from && addMonths(from, -12),
    to: to && addMonths(to, -12),
    kind: population.kind,
    period: population.period,
    system: population.system,
    category: population.category,
    keyOnly: population.keyOnly,
    asOf: asOf && instantBefore(asOf),
    knownAt: population.knownAt,
    subtree: population.subtree,
    tree: population.tree,
    day: asOf ? addMonths(population.day, -12) : population.day,
  };
  return { ...moved, key: JSON.stringify(moved) };
}

/** The same time of the same day a year before; of 29 February, the last of February. */
function instantBefore(instant: string): string {
  const day = dateInShanghai(instant);
  const passed = Date.parse(instant) - Date.parse(startOfDay(day));
  return new Date(Date.parse(startOfDay(addMonths(day, -12))) + passed).toISOString();
}

export type Narrowing = Pick<FigureFilter, 'kind' | 'period' | 'keyOnly'>;

/** The part of a population that is also of this kind, period and importance; null where it has none. */
export function narrowedTo(population: Population, only: Narrowing = {}): Population | null {
  const kind = only.kind ?? population.kind;
  const period = only.period ?? population.period;
  if (population.kind !== null && population.kind !== kind) return null;
  if (population.period !== null && population.period !== period) return null;
  const { key: _, ...rest } = population;
  const narrowed = { ...rest, kind, period, keyOnly: only.keyOnly === true || population.keyOnly };
  return { ...narrowed, key: JSON.stringify(narrowed) };
}

export const isFault = (read: Population | FilterFault): read is FilterFault => 'zh' in read;

function faultOf({ year, years, from, to, asOf, knownAt }: FigureFilter, now: Date): FilterFault | null {
  const fault = yearFault(year ?? null, years ?? null);
  if (fault) return fault;
  for (const date of [from, to]) {
    if (date && !isCalendarDate(date))
      return { zh: `没有这一天:${date}。`, en: `there is no such day: ${date}.` };
  }
  if (from && to && to < from) {
    return {
      zh: `截止日期 ${to} 早于起始日期 ${from}。`,
      en: `the range ends (${to}) before it starts (${from}).`,
    };
  }
  return instantFault(asOf, ['统计时点', 'asOf'], now) ?? instantFault(knownAt, ['知悉时点', 'knownAt'], now);
}

function instantFault(
  instant: string | null | undefined,
  [zh, en]: readonly [string, string],
  now: Date,
): FilterFault | null {
  if (!instant) return null;
  if (Number.isNaN(Date.parse(instant)))
    return { zh: `没有这一时刻:${instant}。`, en: `there is no such instant: ${instant}.` };
  if (Date.parse(instant) <= now.getTime()) return null;
  const [asked, current] = [new Date(instant).toISOString(), now.toISOString()];
  return {
    zh: `${zh} ${asked} 晚于现在 ${current}。`,
    en: `${en} (${asked}) lies in the future; it is now ${current}.`,
  };
}

const MOST_YEARS = 20;

function yearFault(year: number | null, years: readonly number[] | null): FilterFault | null {
  if (year !== null && years !== null)
    return { zh: 'year 与 years 只能用一个。', en: 'use either year or years, not both.' };
  if (years && (years.length === 0 || years.length > MOST_YEARS))
    return {
      zh: `years 须有 1 到 ${MOST_YEARS} 个年度,收到 ${years.length} 个。`,
      en: `years has to name 1 to ${MOST_YEARS} of them; it has ${years.length}.`,
    };
  const wrong = [...(years ?? []), ...(year === null ? [] : [year])].find(
    (each) => !Number.isInteger(each) || each < 1949 || each > 2999,
  );
  if (wrong === undefined) return null;
  return {
    zh: `年度须在 1949 到 2999 之间,收到 ${wrong}。`,
    en: `the year has to lie between 1949 and 2999; it is ${wrong}.`,
  };
}
