import type { CalendarDate } from '@duban/kernel';
import { oncePer } from './once-per.js';

/** A locality's place in the tree during a time: [validFrom, validTo). */
export type Place = {
  readonly tenant: number;
  readonly parent: number | null;
  readonly level: string;
  /** It is no more; what it has left counts where it stands now. */
  readonly ended: boolean;
  /** Whoever stands above is told of its ratings only together with at least so many; null: of all. */
  readonly ratingsFrom: number | null;
  readonly validFrom: CalendarDate;
  /** `infinity` while it holds. */
  readonly validTo: string;
};

export const holdsOn = ({ validFrom, validTo }: Place, day: CalendarDate): boolean =>
  validFrom <= day && (validTo === 'infinity' || day < validTo);

/**
 * A locality and everything below it as the tree was on a day, itself first. Only the places given are
 * known: whoever may not see a locality does not find it here.
 */
export const subtreeOf = (root: number, places: readonly Place[], day: CalendarDate): readonly number[] =>
  oncePer(places, `below ${root} on ${day}`, () => {
    const children = placesByParent(places, day);
    const found = new Set([root]);
    for (const tenant of found) for (const child of children.get(tenant) ?? []) found.add(child.tenant);
    return Object.freeze([...found]);
  });

const placesByParent = (places: readonly Place[], day: CalendarDate): ReadonlyMap<number | null, Place[]> =>
  oncePer(places, `children on ${day}`, () =>
    Map.groupBy(
      places.filter((place) => holdsOn(place, day)),
      (place) => place.parent,
    ),
  );

/** What lay right below a locality on a day, and was still there. */
export const childrenOf = (parent: number, places: readonly Place[], day: CalendarDate): number[] =>
  places
    .filter((place) => place.parent === parent && !place.ended && holdsOn(place, day))
    .map(({ tenant }) => tenant);

/** Every locality that there was on a day, with its level and what it belonged to. */
export const parentsOn = (places: readonly Place[], day: CalendarDate): ReadonlyMap<number, Place> =>
  oncePer(
    places,
    `places on ${day}`,
    () => new Map(places.filter((place) => holdsOn(place, day)).map((place) => [place.tenant, place])),
  );

/** Whether the viewer's own locality is the one asked about or above it, on that day. */
export const mayCount = (
  viewer: number,
  root: number,
  places: readonly Place[],
  day: CalendarDate,
): boolean => viewer === root || subtreeOf(viewer, places, day).includes(root);
