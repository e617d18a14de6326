import { checkDay, type Night, nightLeft } from './night.js';
import { type CheckedPlace, dueFor, nameOf } from './visit.js';

const AT_NIGHT = 0.3;
/** What is left may take this many times as long as what was done lets expect. */
const RESERVE = 2;
/** When nothing has changed for so long, nobody is kept waiting. */
const CALM_MS = 5_000;

type Part = CheckedPlace['part'];

type Settings = {
  /** The share of the time that is always theirs, from 0 to 1. */
  readonly always: number;
  readonly night: Night;
};

/** How much of the time recounts take: enough that the night has them all, and no more while cases come in. */
export class Pace {
  private readonly taken = new Map<Part, { ms: number; size: number }>();
  private places: readonly CheckedPlace[] = [];
  private movedAt = Number.NEGATIVE_INFINITY;
  private spent = 0;

  constructor(private readonly settings: Settings) {}

  /** All places as they are now; before a visit. Instants (`at`) are milliseconds of any clock that only goes on. */
  look(places: readonly CheckedPlace[], at: number): void {
    const before = new Map(this.places.map((place) => [nameOf(place), place.state]));
    if (before.size > 0 && places.some((place) => before.get(nameOf(place)) !== place.state))
      this.movedAt = at;
    this.places = places;
    this.spent = 0;
  }

  spend(ms: number): void {
    this.spent += ms;
  }

  /** A place has been recounted as a whole: so long do places of its kind take. */
  close(place: CheckedPlace, now: Date): void {
    const { ms, size } = this.taken.get(place.part) ?? { ms: 0, size: 0 };
    this.taken.set(place.part, { ms: ms + this.spent, size: size + sizeOf(place) });
    const checkedOn = checkDay(now, this.settings.night);
    this.places = this.places.map((one) => (nameOf(one) === nameOf(place) ? { ...one, checkedOn } : one));
  }

  /** The share of the time, from 0 to 1. */
  share(now: Date, at: number): number {
    const { always, night } = this.settings;
    const left = nightLeft(now, night);
    const due = left > 0 ? dueFor(this.places, checkDay(now, night)) : [];
    if (due.length === 0) return always;
    const most = Math.max(always, AT_NIGHT);
    if (at - this.movedAt > CALM_MS) return most;
    return Math.min(most, Math.max(always, (this.expected(due) * RESERVE) / left));
  }

  /** Without end while nothing of the kind has been done. */
  private expected(due: readonly CheckedPlace[]): number {
    return due.reduce((sum, place) => {
      const { ms, size } = this.taken.get(place.part) ?? { ms: Number.POSITIVE_INFINITY, size: 1 };
      return sum + (ms / size) * sizeOf(place);
    }, 0);
  }
}

/** A locality's own cells are one; sums have as many as are in them. */
const sizeOf = ({ part, members }: CheckedPlace): number => (part === 'OWN' ? 1 : members.length);
