import { expect, test } from '@jest/globals';
import { LookedPlaces } from './looked-places.runtime.js';
import type { CheckedPlace } from './visit.js';

const place = (tenant: number): CheckedPlace => ({
  tenant,
  part: 'OWN',
  members: [],
  checkedOn: null,
  state: '1',
});

/** Looks that take so many milliseconds, counted. */
function looking(ms: number) {
  const told = { now: 1_000, looks: 0 };
  const look = async () => {
    told.looks += 1;
    told.now += ms;
    return [place(told.looks), place(9)];
  };
  return { told, places: new LookedPlaces(look, () => told.now) };
}

test('places are looked at anew at once where that costs nothing', async () => {
  const { told, places } = looking(0);
  for (let n = 1; n <= 5; n++) expect((await places.all())[0]?.tenant).toBe(n);
  expect(told.looks).toBe(5);
});

test('a look that takes long is made the more seldom: never more than a twentieth of the time', async () => {
  const { told, places } = looking(50);
  const begun = told.now;
  for (; told.now < begun + 10_000; told.now += 10) await places.all();
  expect(told.looks).toBe(10);
});

test('a place that was recounted is known to be until the next look', async () => {
  const { told, places } = looking(50);
  const [, last] = await places.all();
  places.checked(last as CheckedPlace, '2026-06-03');
  expect((await places.all()).map(({ checkedOn }) => checkedOn)).toEqual([null, '2026-06-03']);
  told.now += 1_000;
  expect((await places.all()).map(({ checkedOn }) => checkedOn)).toEqual([null, null]);
});
