import type { CalendarDate } from '@duban/kernel';
import type { CheckedPlace } from './visit.js';

/** A look may take this part of the time. */
const SHARE = 1 / 20;

/**
 * All places with cells, as they were seen last. A look reads every one of them, so that with thousands a
 * look before each visit would cost more than the visits: the longer the last one took, the later the next.
 */
export class LookedPlaces {
  #places: readonly CheckedPlace[] = [];
  #lookAgainAt = 0;

  constructor(
    private readonly look: () => Promise<readonly CheckedPlace[]>,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  async all(): Promise<readonly CheckedPlace[]> {
    const begun = this.clock();
    if (begun < this.#lookAgainAt) return this.#places;
    this.#places = await this.look();
    const took = this.clock() - begun;
    this.#lookAgainAt = begun + took / SHARE;
    return this.#places;
  }

  /** All cells of a place were recounted: until the next look nobody has to be told. */
  checked(place: CheckedPlace, checkedOn: CalendarDate): void {
    this.#places = this.#places.map((one) => (one === place ? { ...place, checkedOn } : one));
  }
}
