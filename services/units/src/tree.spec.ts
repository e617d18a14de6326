import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ancestorsAt,
  attachmentsOf,
  descendantsAt,
  edgesOf,
  FOREVER,
  holdsAt,
  type Place,
  parentAt,
  successionsOf,
  TreeCycle,
  treeOf,
} from './tree.js';

const place = (number: number, from: string, ...parents: [number, string, string][]): Place => ({
  number,
  from,
  until: FOREVER,
  parents: parents.map(([parent, since, until]) => ({ parent, from: since, until })),
});

/** Nation 1, provinces 2 and 3, city 4 that moves from 2 to 3, county 5 in it, which once stood under 2 itself. */
const tree = treeOf([
  place(1, '2000-01-01'),
  place(2, '2000-01-01', [1, '2000-01-01', FOREVER]),
  place(3, '2000-01-01', [1, '2000-01-01', FOREVER]),
  place(4, '2000-01-01', [2, '2000-01-01', '2020-01-01'], [3, '2020-01-01', FOREVER]),
  place(5, '2005-01-01', [2, '2005-01-01', '2010-01-01'], [4, '2010-01-01', FOREVER]),
]);

describe('the dated tree', () => {
  test.each([
    [5, '2004-12-31', []],
    [5, '2005-01-01', [2, 1]],
    [5, '2009-12-31', [2, 1]],
    [5, '2010-01-01', [4, 2, 1]],
    [5, '2020-01-01', [4, 3, 1]],
    [4, '2019-12-31', [2, 1]],
    [1, '2020-01-01', []],
  ])('above %i on %s stand %j', (number, on, above) => {
    expect(ancestorsAt(tree, number, on)).toEqual(above);
  });

  test('what is below follows the same dates', () => {
    expect(descendantsAt(tree, 2, '2009-01-01')).toEqual([4, 5]);
    expect(descendantsAt(tree, 2, '2021-01-01')).toEqual([]);
    expect(descendantsAt(tree, 3, '2021-01-01')).toEqual([4, 5]);
  });

  test('a city that moves takes its county along', () => {
    expect(attachmentsOf(tree, 5)).toEqual([
      { ancestors: [2, 1], from: '2005-01-01', until: '2010-01-01' },
      { ancestors: [4, 2, 1], from: '2010-01-01', until: '2020-01-01' },
      { ancestors: [4, 3, 1], from: '2020-01-01', until: FOREVER },
    ]);
  });

  test('the closure keeps one row for as long as somebody stands at the same depth', () => {
    expect(edgesOf(tree, 5)).toEqual([
      { locality: 5, ancestor: 5, depth: 0, from: '2005-01-01', until: FOREVER },
      { locality: 5, ancestor: 2, depth: 1, from: '2005-01-01', until: '2010-01-01' },
      { locality: 5, ancestor: 1, depth: 2, from: '2005-01-01', until: '2010-01-01' },
      { locality: 5, ancestor: 4, depth: 1, from: '2010-01-01', until: FOREVER },
      { locality: 5, ancestor: 2, depth: 2, from: '2010-01-01', until: '2020-01-01' },
      { locality: 5, ancestor: 1, depth: 3, from: '2010-01-01', until: FOREVER },
      { locality: 5, ancestor: 3, depth: 2, from: '2020-01-01', until: FOREVER },
    ]);
  });

  test('a circle is refused, and named', () => {
    const circle = treeOf([
      place(1, '2000-01-01', [2, '2000-01-01', FOREVER]),
      place(2, '2000-01-01', [1, '2000-01-01', FOREVER]),
    ]);
    expect(() => ancestorsAt(circle, 1, '2001-01-01')).toThrow(TreeCycle);
    expect(() => edgesOf(circle, 1)).toThrow('1 > 2 > 1');
  });

  test('two that change places one after the other make no circle', () => {
    const swapped = treeOf([
      place(1, '2000-01-01', [2, '2000-01-01', '2010-01-01']),
      place(2, '2000-01-01', [1, '2010-01-01', FOREVER]),
    ]);
    expect(ancestorsAt(swapped, 1, '2005-01-01')).toEqual([2]);
    expect(ancestorsAt(swapped, 2, '2015-01-01')).toEqual([1]);
  });
});

/** Random histories: each locality hangs under lower numbers, changing its parent at random days. */
const days = Array.from({ length: 24 }, (_, year) => `${2000 + year}-01-01`);
const history = fc
  .array(fc.array(fc.tuple(fc.nat(), fc.nat(days.length - 1)), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drawn) => {
    const places = drawn.map((moves, index): Place => {
      const number = index + 2;
      const starts = [...new Set(moves.map(([, day]) => day))].sort((a, b) => a - b);
      const parents = starts.map((day, at) => ({
        parent: ((moves[at]?.[0] ?? 0) % (number - 1)) + 1,
        from: days[day] as string,
        until: starts[at + 1] === undefined ? FOREVER : (days[starts[at + 1] as number] as string),
      }));
      return { number, from: days[0] as string, until: FOREVER, parents };
    });
    return treeOf([place(1, days[0] as string), ...places]);
  });

test('on every day the closure says what walking up says (property)', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...days, '2030-06-15', '2007-03-04'), (drawn, day) => {
      for (const number of drawn.keys()) {
        const edges = edgesOf(drawn, number).filter((edge) => holdsAt(edge, day));
        const byDepth = [...edges].sort((a, b) => a.depth - b.depth).map(({ ancestor }) => ancestor);
        expect(byDepth).toEqual([number, ...ancestorsAt(drawn, number, day)]);
        expect(byDepth[1] ?? null).toEqual(parentAt(drawn, number, day));
      }
    }),
    { numRuns: 300 },
  );
});

test('rows of the closure neither overlap nor touch for the same ancestor and depth (property)', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      for (const number of drawn.keys()) {
        const groups = Map.groupBy(edgesOf(drawn, number), ({ ancestor }) => ancestor);
        for (const rows of groups.values()) {
          const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1));
          for (const [index, row] of sorted.entries()) {
            const next = sorted[index + 1];
            if (!next) continue;
            expect(row.until <= next.from).toBe(true);
            if (row.depth === next.depth) expect(row.until < next.from).toBe(true);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('what a locality has left after its end', () => {
  const ended = (
    number: number,
    until: string,
    successors: number[],
    ...parents: [number, string, string][]
  ) => ({
    ...place(number, '2000-01-01', ...parents),
    until,
    successors,
  });
  /** City 4 moves in 2020; county 6 became 5 in 2010; 7 was split in 2012 into 8 in city 4 and 9 in city 10. */
  const succeeded = treeOf([
    ...tree.values(),
    place(10, '2000-01-01', [2, '2000-01-01', FOREVER]),
    ended(6, '2010-01-01', [5], [4, '2000-01-01', FOREVER]),
    ended(7, '2012-01-01', [8, 9], [4, '2000-01-01', FOREVER]),
    place(8, '2012-01-01', [4, '2012-01-01', FOREVER]),
    place(9, '2012-01-01', [10, '2012-01-01', FOREVER]),
    ended(11, '2015-01-01', [], [4, '2000-01-01', FOREVER]),
    ended(12, '2005-01-01', [6], [4, '2000-01-01', FOREVER]),
  ]);

  test.each([
    [5, []],
    [
      6,
      [
        { ancestors: [5, 4, 2, 1], from: '2010-01-01', until: '2020-01-01' },
        { ancestors: [5, 4, 3, 1], from: '2020-01-01', until: FOREVER },
      ],
    ],
    [
      7,
      [
        { ancestors: [2, 1], from: '2012-01-01', until: '2020-01-01' },
        { ancestors: [1], from: '2020-01-01', until: FOREVER },
      ],
    ],
    [
      11,
      [
        { ancestors: [4, 2, 1], from: '2015-01-01', until: '2020-01-01' },
        { ancestors: [4, 3, 1], from: '2020-01-01', until: FOREVER },
      ],
    ],
  ])(
    'of %i counts at its successor, at what stands above several, or at what stood above it',
    (number, spans) => {
      expect(successionsOf(succeeded, number)).toEqual(spans);
    },
  );

  test('passes on with the successor’s own', () => {
    expect(successionsOf(succeeded, 12).map(({ ancestors, from }) => [from, ancestors])).toEqual([
      ['2005-01-01', [6, 4, 2, 1]],
      ['2010-01-01', [5, 4, 2, 1]],
      ['2020-01-01', [5, 4, 3, 1]],
    ]);
  });
});
