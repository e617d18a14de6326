import type { CalendarDate } from '@duban/kernel';
import { holdsOn, type Place } from './locality-tree.js';
import { oncePer } from './once-per.js';

/** Where items count: by the tree of the day that is spoken of, or each by the tree of the day it was submitted. */
export const TREE_VIEWS = ['AS_IT_IS', 'AS_IT_WAS'] as const;
export type TreeView = (typeof TREE_VIEWS)[number];

/** Items of a locality that were submitted on days [from, until). */
export type Part = {
  readonly tenant: number;
  /** Null: from the beginning. */
  readonly from: CalendarDate | null;
  /** `infinity`: to the end. */
  readonly until: string;
};

/** Whose items a figure counts: all of some localities', and parts of others'. */
export type Members = { readonly localities: readonly number[]; readonly parts: readonly Part[] };

/** Everybody who has a part in it, each once. */
export const tenantsOf = ({ localities, parts }: Members): readonly number[] =>
  parts.length === 0 ? localities : [...new Set([...localities, ...parts.map(({ tenant }) => tenant)])];

/** A locality and everything above it in a span of days, nearest first. */
export type Standing = { readonly part: Part; readonly chain: readonly Place[] };

const FOREVER = 'infinity';

/** Where each locality stands: on one day for all its items, or span by span of its history. */
export const standingsOf = (
  view: TreeView,
  places: readonly Place[],
  day: CalendarDate,
): readonly Standing[] =>
  oncePer(places, `${view} on ${day}`, () => Object.freeze(workedOut(view, places, day)));

function workedOut(view: TreeView, places: readonly Place[], day: CalendarDate): Standing[] {
  const history = Map.groupBy(places, ({ tenant }) => tenant);
  if (view === 'AS_IT_IS')
    return [...history.keys()].map((tenant) => ({
      part: { tenant, from: null, until: FOREVER },
      chain: chainOn(history, tenant, day),
    }));
  return [...history.keys()].flatMap((tenant) => spansOf(history, tenant));
}

type History = ReadonlyMap<number, readonly Place[]>;

const placeOn = (history: History, tenant: number, day: CalendarDate): Place | undefined =>
  history.get(tenant)?.find((place) => holdsOn(place, day));

function chainOn(history: History, tenant: number, day: CalendarDate): Place[] {
  const chain: Place[] = [];
  for (
    let at = placeOn(history, tenant, day);
    at && !chain.includes(at);
    at = at.parent === null ? undefined : placeOn(history, at.parent, day)
  )
    chain.push(at);
  return chain;
}

/** Days before a locality began belong to its first one. */
function spansOf(history: History, tenant: number): Standing[] {
  const [first = ''] = (history.get(tenant) ?? []).map(({ validFrom }) => validFrom).sort();
  const days = turningDays(history, tenant).filter((day) => day > first);
  return [first, ...days].map((day, index) => ({
    part: { tenant, from: index === 0 ? null : day, until: days[index] ?? FOREVER },
    chain: chainOn(history, tenant, day),
  }));
}

/** Every day on which something at or above a locality changes. */
function turningDays(history: History, tenant: number): CalendarDate[] {
  const reached = new Set([tenant]);
  const days = new Set<CalendarDate>();
  for (const each of reached)
    for (const { parent, validFrom } of history.get(each) ?? []) {
      days.add(validFrom);
      if (parent !== null) reached.add(parent);
    }
  return [...days].sort();
}

/** Parts of one locality that follow each other as one; those that are all of it, as the locality itself. */
export function membersOf(parts: readonly Part[]): Members {
  const localities: number[] = [];
  const rest: Part[] = [];
  for (const [tenant, own] of Map.groupBy(parts, (part) => part.tenant)) {
    const joined: Part[] = [];
    for (const part of own) {
      const last = joined.at(-1);
      if (last?.until === part.from) joined[joined.length - 1] = { ...last, until: part.until };
      else joined.push(part);
    }
    if (joined[0]?.from === null && joined[0].until === FOREVER) localities.push(tenant);
    else rest.push(...joined);
  }
  return { localities: Object.freeze(localities), parts: rest };
}
