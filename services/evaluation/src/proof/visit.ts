import { type CalendarDate, dateInShanghai } from '@duban/kernel';

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

const HOUR = 3_600_000;
const NIGHT_BEGINS = 2;
const NIGHT_ENDS = 6;

/** The day whose nightly recount is under way or over: it changes at two in the morning in Asia/Shanghai. */
export const checkDay = (now: Date): CalendarDate =>
  dateInShanghai(new Date(now.getTime() - NIGHT_BEGINS * HOUR));

/** From two to six in the morning in Asia/Shanghai. */
export function isNight(now: Date): boolean {
  const hour = (now.getUTCHours() + 8) % 24;
  return hour >= NIGHT_BEGINS && hour < NIGHT_ENDS;
}

/**
 * At night everything that has not been recounted since is, in any order. By day, as chance has it: a
 * place that the night did not get to; one that has changed since the last visit; any place at all.
 */
export function nextVisit(
  places: readonly CheckedPlace[],
  visited: ReadonlyMap<string, string>,
  now: Date,
  random: () => number,
): Visit | null {
  const due = places.filter(({ checkedOn }) => checkedOn === null || checkedOn < checkDay(now));
  const whole = due.length > 0 && (isNight(now) || random() < 1 / 3);
  const changed = places.filter((place) => visited.get(nameOf(place)) !== place.state);
  const among = whole ? due : changed.length > 0 && random() < 0.5 ? changed : places;
  const place = among[Math.floor(random() * among.length)];
  return place ? { place, whole } : null;
}

/** What tells places apart. */
export const nameOf = ({ part, tenant }: CheckedPlace): string => `${part} ${tenant}`;
