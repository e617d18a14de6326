import type { RecordedEvent } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlaceDimension } from '../rollup/dimension.js';
import { placedMembers } from '../rollup/placings.js';
import { seeded } from '../testing/random-case.js';
import { RandomTree } from '../testing/random-tree.js';
import { holdsOn, type Place } from './locality-tree.js';
import { placeHistory } from './place-history.js';
import { type Members, standingsOf, TREE_VIEWS, type TreeView } from './tree-view.js';

type Item = { readonly tenant: number; readonly submittedOn: string };

const DIMENSIONS = [null, 'CHILD', 'CITY', 'COUNTY'] as const;
const TODAY = '2031-01-01';
const PROVINCE = 1;

const placesOf = ({ said, localities }: RandomTree): Place[] =>
  localities.flatMap(({ number }) => {
    const own = said.filter(({ tenant }) => tenant === number) as unknown as RecordedEvent[];
    return [...placeHistory(number, own).places];
  });

/** Items of random days, some recorded for days before their locality began or after it had ended. */
const itemsOf = ({ localities }: RandomTree, next: (below: number) => number): Item[] =>
  localities.flatMap(({ number }) =>
    Array.from({ length: 12 }, () => ({
      tenant: number,
      submittedOn: new Date(Date.UTC(2019, 0, next(4000))).toISOString().slice(0, 10),
    })),
  );

const isIn =
  ({ localities, parts }: Members) =>
  ({ tenant, submittedOn }: Item): boolean =>
    localities.includes(tenant) ||
    parts.some(
      (part) =>
        part.tenant === tenant && (part.from ?? '') <= submittedOn && submittedOn < part.until.padEnd(9),
    );

/** Where an item counts, step by step, by the rule in words. */
function aboveOf({ tenant, submittedOn }: Item, view: TreeView, places: readonly Place[]): number[] {
  const own = places.filter((place) => place.tenant === tenant);
  const first = own.map(({ validFrom }) => validFrom).sort()[0] as string;
  const wanted = view === 'AS_IT_IS' ? TODAY : submittedOn < first ? first : submittedOn;
  const chain = [tenant];
  for (;;) {
    const at = places.find((place) => place.tenant === chain.at(-1) && holdsOn(place, wanted));
    if (!at || at.parent === null) return chain;
    chain.push(at.parent);
  }
}

const rowsOf = (view: TreeView, root: number, dimension: PlaceDimension | null, places: readonly Place[]) =>
  placedMembers(root, dimension, standingsOf(view, places, TODAY));

const history = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  steps: fc.integer({ max: 14, min: 0 }),
});

describe('over random histories of the tree', () => {
  test('every item counts in exactly one row, in both views and at every level; so both come to the same', () => {
    fc.assert(
      fc.property(history, ({ seed, steps }) => {
        const next = seeded(seed);
        const tree = new RandomTree(next, steps);
        const [places, items] = [placesOf(tree), itemsOf(tree, next)];
        for (const view of TREE_VIEWS)
          for (const dimension of DIMENSIONS) {
            const rows = rowsOf(view, PROVINCE, dimension, places);
            const found = items.map((item) => rows.filter(({ members }) => isIn(members)(item)).length);
            expect([view, dimension, ...new Set(found)]).toEqual([view, dimension, 1]);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('a place’s own figure is its row in the one above, children and own items are the parent', () => {
    fc.assert(
      fc.property(history, ({ seed, steps }) => {
        const next = seeded(seed);
        const tree = new RandomTree(next, steps);
        const [places, items] = [placesOf(tree), itemsOf(tree, next)];
        const counted = (members: Members | undefined): number =>
          members ? items.filter(isIn(members)).length : 0;
        for (const view of TREE_VIEWS)
          for (const { number, level, until } of tree.localities.filter((each) => each.level === 'CITY')) {
            const whole = counted(rowsOf(view, number, null, places)[0]?.members);
            const oracle = items.filter((item) => aboveOf(item, view, places).includes(number)).length;
            expect([view, number, whole]).toEqual([view, number, oracle]);
            const children = rowsOf(view, number, 'CHILD', places);
            expect(children.reduce((sum, { members }) => sum + counted(members), 0)).toBe(whole);
            const row = rowsOf(view, PROVINCE, level as PlaceDimension, places).find(
              ({ placing }) => placing.place === number,
            );
            // One that has ended has no row any more from its end on.
            if (until === null && row)
              expect([view, number, counted(row.members)]).toEqual([view, number, whole]);
            expect(counted(row?.members)).toBeLessThanOrEqual(whole);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a county that moved, one that was split, one that took another’s place', () => {
  const place = (
    tenant: number,
    parent: number | null,
    validFrom = '2000-01-01',
    validTo = 'infinity',
    ended = false,
  ): Place => ({
    tenant,
    parent,
    level: LEVELS[String(tenant).length - 1] as string,
    ended,
    ratingsFrom: null,
    validFrom,
    validTo,
  });
  const LEVELS = ['PROVINCE', 'CITY', 'COUNTY'];
  const PLACES = [
    place(1, null),
    place(11, 1),
    place(12, 1),
    place(111, 11, '2000-01-01', '2024-07-01'),
    place(111, 12, '2024-07-01'),
    // Split into 113 in its own city and 121 in the other one: its past counts at the province.
    place(112, 11, '2000-01-01', '2024-07-01'),
    place(112, 1, '2024-07-01', 'infinity', true),
    place(113, 11, '2024-07-01'),
    place(121, 12, '2024-07-01'),
    // Renumbered: 122 became 123.
    place(122, 12, '2000-01-01', '2024-07-01'),
    place(122, 123, '2024-07-01', 'infinity', true),
    place(123, 12, '2024-07-01'),
  ];
  const rows = (view: TreeView, dimension: PlaceDimension) =>
    Object.fromEntries(
      rowsOf(view, 1, dimension, PLACES).map(({ placing: { place: at, ownOnly }, members }) => [
        ownOnly ? `${at} own` : at,
        [
          ...members.localities,
          ...members.parts.map(({ tenant, from, until }) => `${tenant} ${from ?? ''}..${until}`),
        ].join(),
      ]),
    );

  test('as it is', () => {
    expect(rows('AS_IT_IS', 'CITY')).toEqual({ '1 own': '1,112', 11: '11,113', 12: '12,111,121,122,123' });
    expect(rows('AS_IT_IS', 'COUNTY')).toMatchObject({ '1 own': '1,112', 111: '111', 123: '122,123' });
  });

  test('as it was', () => {
    expect(rows('AS_IT_WAS', 'CITY')).toEqual({
      '1 own': '1,112 2024-07-01..infinity',
      11: '11,113,111 ..2024-07-01,112 ..2024-07-01',
      12: '12,121,122,123,111 2024-07-01..infinity',
    });
    expect(rows('AS_IT_WAS', 'COUNTY')).toMatchObject({
      111: '111',
      112: '112 ..2024-07-01',
      122: '122 ..2024-07-01',
      123: '123,122 2024-07-01..infinity',
    });
  });
});
