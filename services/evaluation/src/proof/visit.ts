import type { CalendarDate } from '@duban/kernel';

/** A locality's cells of one kind, as the verifier comes to them. */
export type CheckedPlace = {
  readonly tenant: number;
  readonly part: 'OWN' | 'ALL';
  /** Whose own cells are in the ALL cells; nobody for OWN. */
  readonly members: readonly number[];
  /** The day for which all of them were last recounted. */
  readonly checkedOn: CalendarDate | null;
  /** A text that differs when cells have changed. */
  readonly state: string;
};

/** Where the verifier goes next: to all cells of a place, or to some of them. */
export type Visit = { readonly place: CheckedPlace; readonly whole: boolean };

/** Places that have not been recounted for a day. */
export const dueFor = (places: readonly CheckedPlace[], day: CalendarDate): CheckedPlace[] =>
  places.filter(({ checkedOn }) => checkedOn === null || checkedOn < day);

/**
 * At night everything that is due, in any order. By day, as chance has it: a place that the night did not
 * get to; one that has changed since the last visit; any place at all.
 */
export function nextVisit(
  places: readonly CheckedPlace[],
  due: readonly CheckedPlace[],
  visited: ReadonlyMap<string, string>,
  atNight: boolean,
  random: () => number,
): Visit | null {
  const whole = due.length > 0 && (atNight || random() < 1 / 3);
  const changed = places.filter((place) => visited.get(nameOf(place)) !== place.state);
  const among = whole ? due : changed.length > 0 && random() < 0.5 ? changed : places;
  const place = among[Math.floor(random() * among.length)];
  return place ? { place, whole } : null;
}

/** What tells places apart. */
export const nameOf = ({ part, tenant }: CheckedPlace): string => `${part} ${tenant}`;
