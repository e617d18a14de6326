import { addDays } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from '../facts/fact.js';
import { FOREVER, type Version, versionsOf } from '../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../facts/item-rules.js';
import { type Changes, changesOf } from '../facts/version-changes.js';
import { AXES } from '../facts/vocabulary.js';
import { type FigureFilter, type Population, readFilter } from '../figures/figure-filter.js';
import { METRIC_NAMES } from '../figures/metrics.js';
import { type Asked, askedKey, recount } from '../figures/tally.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { type Cell, cellChanges, cellsOf, firstDifference, summed } from './cell.js';
import { CHECKSUM_MODULUS, hashOf } from './checksum.js';
import { CLASSIFIED_COLUMN, COUNTERS, columnAsked, ratedColumn } from './counter.js';

type Item = Version & { readonly caseId: string };

const EVERYTHING: Asked[] = METRIC_NAMES.flatMap((name) =>
  AXES.flatMap((axis) => (['FIRST', 'FINAL'] as const).map((round) => ({ name, axis, round }))),
);

const versionsFrom = (seed: number, count: number): Item[] => {
  const next = seeded(seed);
  return Array.from({ length: count }, (_none, index) => randomCase(index + 1, 7, 1, next)).flatMap((file) =>
    versionsOf(file.read, DEFAULT_ITEM_RULES).versions.map((version) => ({
      caseId: file.caseId,
      ...version,
    })),
  );
};
const currentOf = (items: readonly Item[]): Item[] => items.filter(({ validTo }) => validTo === FOREVER);

/** A cell's number by the name of its column. */
const numberIn = (cell: Cell, column: string): number =>
  cell.counters[COUNTERS.findIndex((counter) => counter.column === column)] ?? 0;
const total = (cells: readonly Cell[], column: string): number =>
  cells.reduce((sum, cell) => sum + numberIn(cell, column), 0);

const inFilter = (cell: Cell, { year, kind, period, keyOnly, day }: Population): boolean =>
  cell.effectiveFrom <= day &&
  (year === null || cell.year === year) &&
  (kind === null || cell.kind === kind) &&
  (period === null || cell.period === period) &&
  (!keyOnly || cell.keyItem);

const filters: fc.Arbitrary<FigureFilter> = fc.record({
  year: fc.constantFrom(null, 2023, 2024),
  kind: fc.constantFrom(null, 'NPC_SUGGESTION', 'CPPCC_PROPOSAL'),
  period: fc.constantFrom(null, 'IN_SESSION', 'INTER_SESSION'),
  keyOnly: fc.boolean(),
});

describe('cells of a locality', () => {
  const versions = versionsFrom(3, 250);
  const current = currentOf(versions);
  const cells = cellsOf(current);
  const rows = current.map(({ facts }) => ({ tenant: 7, unitId: null, role: null, facts }));

  test('add up to what a recount counts: every number, every filter, on any day, in either cube', () => {
    fc.assert(
      fc.property(
        filters,
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom('PLAIN', 'CATEGORY'),
        (filter, days, cube) => {
          const population = {
            ...(readFilter(filter, new Date()) as Population),
            day: addDays('2023-01-01', days),
          };
          const chosen = cells.filter((cell) => cell.cube === cube && inFilter(cell, population));
          const counted = recount(rows, population, EVERYTHING);
          const sum = (pick: (tally: (typeof counted)[number]) => number) =>
            counted.reduce((all, each) => all + pick(each), 0);
          expect(chosen.reduce((all, cell) => all + cell.items, 0)).toBe(sum(({ items }) => items));
          expect(total(chosen, CLASSIFIED_COLUMN)).toBe(sum(({ classified }) => classified));
          for (const axis of AXES)
            expect(total(chosen, ratedColumn(axis))).toBe(sum(({ ratedOn }) => ratedOn[axis]));
          for (const asked of EVERYTHING)
            for (const side of ['numerator', 'denominator'] as const) {
              const column = columnAsked(asked, side);
              if (!column) continue;
              const wanted = sum(({ sums }) => sums.get(askedKey(asked))?.[side] ?? 0);
              expect([asked, side, total(chosen, column)]).toEqual([asked, side, wanted]);
            }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('folded change by change, in any order and with any grouping, are the cells made from nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 40 }), (seed, size) => {
        const next = seeded(seed);
        const now = currentOf(versionsFrom(seed, size));
        // Histories that were known differently before: regraded, withdrawn, filed under another year.
        const before = now.map((item) => ({ ...item, facts: known(item.facts, next) }));
        const keyOf = ({ caseId, validFrom }: Item): string => `${caseId} ${validFrom}`;
        const steps: Changes<Item>[] = [
          { removed: [], written: before },
          ...now.map((item, index) => changesOf<Item>([before[index] as Item], [item], keyOf)),
        ].sort(() => next(3) - 1);
        const folded = summed(steps.flatMap(cellChanges).map((cell) => ({ cell, sign: 1 as const })));
        expect(firstDifference(folded, cellsOf(now))).toBeNull();
        expect(folded).toEqual(cellsOf(now));
      }),
      { numRuns: 60 },
    );
  });

  test('what changes and changes back leaves nothing behind', () => {
    const [one] = current;
    if (!one) throw new Error('no case');
    const other = { ...one, facts: { ...one.facts, returns: one.facts.returns + 1, outcomes: null } };
    const there = cellChanges({ removed: [one], written: [other] });
    const back = cellChanges({ removed: [other], written: [one] });
    expect(there.length).toBeGreaterThan(0);
    expect(summed([...there, ...back].map((cell) => ({ cell, sign: 1 as const })))).toEqual([]);
  });

  test('the first cell that is wrong is named, whatever is wrong with it', () => {
    const [cell, ...rest] = cells as [Cell, ...Cell[]];
    const planted = (wrong: Partial<Cell>) => firstDifference([{ ...cell, ...wrong }, ...rest], cells)?.key;
    expect(planted({ members: cell.members + 1 })).toBe(cell.key);
    expect(planted({ checksum: cell.checksum + 1 })).toBe(cell.key);
    expect(planted({ counters: cell.counters.map((number, index) => number + (index === 30 ? 1 : 0)) })).toBe(
      cell.key,
    );
    expect(firstDifference(rest, cells)).toMatchObject({ key: cell.key, stored: null });
    expect(firstDifference(cells, rest)).toMatchObject({ key: cell.key, recounted: null });
    expect(planted({})).toBeUndefined();
  });
});

function known(facts: Facts, next: (below: number) => number): Facts {
  switch (next(5)) {
    case 0:
      return { ...facts, outcomes: 'DEFERRED|REFERENCE', localClass: 'C' };
    case 1:
      return { ...facts, withdrawnOn: '2024-01-01' };
    case 2:
      return { ...facts, year: 2022 };
    case 3:
      return { ...facts, openDueOn: '2024-05-31', openDueOriginalOn: '2024-04-30' };
    default:
      return facts;
  }
}

test('hashes are exact numbers below the modulus, and differ', () => {
  const hashes = new Set(Array.from({ length: 20_000 }, (_none, index) => hashOf(`case ${index}`)));
  expect(hashes.size).toBe(20_000);
  expect(
    [...hashes].every((hash) => Number.isSafeInteger(hash) && hash >= 0 && hash < CHECKSUM_MODULUS),
  ).toBe(true);
});
