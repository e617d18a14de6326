import { describe, expect, test } from '@jest/globals';
import { seeded } from '../testing/random-case.js';
import { checkDay, NIGHT, nightLeft } from './night.js';
import { Pace } from './pace.js';
import { type CheckedPlace, dueFor, nextVisit } from './visit.js';

const ALWAYS = 0.05;
const NOON = new Date('2026-03-01T04:00:00Z');
const TWO = new Date('2026-03-01T18:00:00Z');
const LENGTH = nightLeft(TWO, NIGHT);

const place = (tenant: number, part: 'OWN' | 'ALL' = 'OWN', size = 0): CheckedPlace => ({
  tenant,
  part,
  members: Array.from({ length: size }, (_none, at) => at + 1),
  checkedOn: '2026-03-01',
  state: '0',
});
const moved = ({ state, ...rest }: CheckedPlace): CheckedPlace => ({ ...rest, state: `${state}+` });
const counties = Array.from({ length: 100 }, (_none, at) => place(at + 1));

describe('recounts take', () => {
  test('by day always the same, and at night no more once everything has been recounted', () => {
    const pace = new Pace({ always: ALWAYS, night: NIGHT });
    pace.look(counties, 0);
    expect(pace.share(NOON, 0)).toBe(ALWAYS);
    expect(pace.share(TWO, 0)).toBe(0.3);
    for (const county of counties) pace.close(county, TWO);
    expect(pace.share(TWO, 0)).toBe(ALWAYS);
  });

  test('at night while cases come in, what is needed and twice of it', () => {
    const pace = new Pace({ always: ALWAYS, night: NIGHT });
    pace.look(counties, 0);
    pace.look(counties.map(moved), 1);
    // How long one takes is not known yet.
    expect(pace.share(TWO, 1)).toBe(0.3);
    pace.spend(LENGTH / 1000);
    pace.close(counties[0] as CheckedPlace, TWO);
    expect(pace.share(TWO, 1)).toBeCloseTo((2 * 99) / 1000);
    expect(pace.share(new Date(TWO.getTime() + LENGTH / 2), 1)).toBe(0.3);
    // A moment of calm.
    expect(pace.share(TWO, 5_002)).toBe(0.3);
  });

  test('at night never less than always, and never more than a place lets expect', () => {
    const pace = new Pace({ always: ALWAYS, night: NIGHT });
    pace.look(counties, 0);
    pace.look(counties.map(moved), 1);
    pace.spend(1);
    pace.close(counties[0] as CheckedPlace, TWO);
    expect(pace.share(TWO, 1)).toBe(ALWAYS);
    const generous = new Pace({ always: 0.5, night: NIGHT });
    generous.look(counties, 0);
    expect(generous.share(TWO, 0)).toBe(0.5);
  });
});

/** A country in small: own cells of each place, and sums of cities, provinces and all of it. */
const COUNTRY = [
  ...Array.from({ length: 322 }, (_none, at) => place(at + 1)),
  ...Array.from({ length: 34 }, (_none, at) => place(at + 1, 'ALL', 9)),
  ...Array.from({ length: 3 }, (_none, at) => place(at + 35, 'ALL', 104)),
  place(38, 'ALL', 322),
];

const next = seeded(6);
const random = (): number => next(1_000_000) / 1_000_000;

/** A night in which something changes all the time; `cost` is of all places together, in milliseconds. */
function nightOf(cost: number): { readonly due: number; readonly worked: number; readonly ended: number } {
  const pace = new Pace({ always: ALWAYS, night: NIGHT });
  const each = COUNTRY.map(({ part, members }) => (part === 'OWN' ? 1 : members.length / 4) * random());
  const scale = cost / each.reduce((sum, one) => sum + one, 0);
  let places: readonly CheckedPlace[] = COUNTRY;
  let [clock, worked] = [0, 0];
  const at = () => new Date(TWO.getTime() + clock);
  const due = () => dueFor(places, checkDay(TWO, NIGHT));
  while (clock < LENGTH && due().length > 0) {
    places = places.map((one, index) => (index === 0 ? moved(one) : one));
    pace.look(places, clock);
    const visit = nextVisit(places, due(), new Map(), true, random);
    if (!visit) break;
    const index = places.indexOf(visit.place);
    const spent = (each[index] ?? 0) * scale;
    clock += spent;
    worked += spent;
    pace.spend(spent);
    pace.close(visit.place, at());
    places = places.map((one, other) =>
      other === index ? { ...one, checkedOn: checkDay(at(), NIGHT) } : one,
    );
    clock += spent / pace.share(at(), clock) - spent;
  }
  return { due: due().length, worked, ended: clock };
}

describe('a night in which cases come in without end', () => {
  test.each([0.002, 0.05, 0.15, 0.27])('has everything recounted that fits: %d of it', (part) => {
    const night = nightOf(part * LENGTH);
    expect(night.due).toBe(0);
    expect(night.ended).toBeLessThan(LENGTH);
  });

  test('takes its time when there is time', () => {
    const night = nightOf(0.06 * LENGTH);
    expect(night.due).toBe(0);
    // With three tenths it would be over after a fifth of the night.
    expect(night.ended).toBeGreaterThan(LENGTH * 0.35);
  });
});
