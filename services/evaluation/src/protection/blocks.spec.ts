import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Blocks, blocksOf, isTold, type Leaf } from './blocks.js';

/** A tree by parents (locality 0 is the viewer) with the ratings of each, given one by one as 0 or 1. */
type World = {
  readonly parents: readonly number[];
  readonly need: readonly number[];
  readonly satisfied: readonly (readonly number[])[];
};

const world: fc.Arbitrary<World> = fc.integer({ min: 2, max: 14 }).chain((places) =>
  fc.record({
    parents: fc.tuple(...Array.from({ length: places - 1 }, (_none, at) => fc.integer({ min: 0, max: at }))),
    need: fc.array(fc.constantFrom(0, 3, 5), { minLength: places, maxLength: places }),
    satisfied: fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 9 }), {
      minLength: places,
      maxLength: places,
    }),
  }),
);

const VIEWER = 0;
const everybody = ({ need }: World): number[] => need.map((_none, tenant) => tenant);
const ratedIn = ({ satisfied }: World, tenant: number): number => satisfied[tenant]?.length ?? 0;
const needOf = ({ need }: World, tenant: number): number => (tenant === VIEWER ? 0 : (need[tenant] ?? 0));

function blocksIn(of: World): Blocks {
  const below = (tenant: number): number[] =>
    of.parents.flatMap((parent, at) => (parent === tenant ? [at + 1] : []));
  const leaves = everybody(of).map((tenant): [number, Leaf] => [
    tenant,
    { tenant, rated: ratedIn(of, tenant), need: needOf(of, tenant) },
  ]);
  return blocksOf(VIEWER, below, new Map(leaves));
}

type Answer = { readonly of: ReadonlySet<number>; readonly rated: number; readonly satisfied: number } | null;
type Office = (of: ReadonlySet<number>) => Answer;

/** What is answered to a question about some localities; null: hidden. */
function officeOf(of: World, tells: (localities: ReadonlySet<number>) => boolean): Office {
  return (localities) => {
    if (!tells(localities)) return null;
    const all = [...localities].flatMap((tenant) => of.satisfied[tenant] ?? []);
    return { of: localities, rated: all.length, satisfied: all.reduce((sum, one) => sum + one, 0) };
  };
}

/**
 * Whoever has answers to two questions takes one from the other, and from the rest what it knows anyway
 * (its own ratings, and those nobody protects and that are told by themselves). What is left are too few
 * ratings of somebody who asked for more: found out. Returns whose.
 */
function foundOut(
  of: World,
  office: Office,
  questions: readonly ReadonlySet<number>[],
): readonly number[] | null {
  const freely = (tenant: number): boolean =>
    tenant === VIEWER || (needOf(of, tenant) === 0 && office(new Set([tenant])) !== null);
  const answers = questions.map(office).filter((answer) => answer !== null);
  const nothing = { of: new Set<number>(), rated: 0, satisfied: 0 };
  for (const larger of answers)
    for (const smaller of [nothing, ...answers]) {
      if (![...smaller.of].every((tenant) => larger.of.has(tenant))) continue;
      const rest = [...larger.of].filter((tenant) => !smaller.of.has(tenant) && !freely(tenant));
      const left = rest.filter((tenant) => ratedIn(of, tenant) > 0);
      const rated = left.reduce((sum, tenant) => sum + ratedIn(of, tenant), 0);
      if (left.some((tenant) => rated < needOf(of, tenant))) return left;
    }
  return null;
}

/** Every place alone, everything below each, everything but one, and some picked at random. */
function questionsOf(of: World, picked: readonly (readonly number[])[]): ReadonlySet<number>[] {
  const all = everybody(of);
  const under = (root: number): number[] => {
    const found = new Set([root]);
    for (const each of found)
      for (const [at, parent] of of.parents.entries()) if (parent === each) found.add(at + 1);
    return [...found];
  };
  return [
    ...all.map((tenant) => new Set([tenant])),
    ...all.map((tenant) => new Set(under(tenant))),
    ...all.map((tenant) => new Set(all.filter((each) => each !== tenant))),
    ...picked.map((some) => new Set(some.filter((tenant) => tenant < all.length))),
  ];
}

const picks = fc.array(fc.array(fc.integer({ min: 0, max: 13 })), { maxLength: 12 });

describe('few ratings', () => {
  test('no two answers come to fewer ratings than somebody asked for', () => {
    fc.assert(
      fc.property(world, picks, (of, picked) => {
        const blocks = blocksIn(of);
        const office = officeOf(of, (localities) => isTold(blocks, localities));
        expect(foundOut(of, office, questionsOf(of, picked))).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('no sum of any number of answers does: each is made of whole blocks', () => {
    fc.assert(
      fc.property(world, picks, (of, picked) => {
        const blocks = blocksIn(of);
        for (const { members, need } of blocks.told)
          expect(members.reduce((sum, tenant) => sum + ratedIn(of, tenant), 0)).toBeGreaterThanOrEqual(
            Math.max(need, ...members.map((tenant) => needOf(of, tenant))),
          );
        const members = [...blocks.told, ...blocks.untold].flatMap((block) => block.members);
        const rated = everybody(of).filter((tenant) => tenant !== VIEWER && ratedIn(of, tenant) > 0);
        expect(members.toSorted((a, b) => a - b)).toEqual(rated);
        for (const localities of questionsOf(of, picked).filter((each) => isTold(blocks, each)))
          for (const block of blocks.told.filter(({ need }) => need > 0))
            expect(new Set(block.members.map((tenant) => localities.has(tenant))).size).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  test('the attacker is no straw man: small figures hidden by themselves alone are found out', () => {
    const caught = (tellsOf: (of: World) => (localities: ReadonlySet<number>) => boolean): boolean =>
      fc.check(
        fc.property(world, picks, (of, picked) => {
          const office = officeOf(of, tellsOf(of));
          return foundOut(of, office, questionsOf(of, picked)) === null;
        }),
        { numRuns: 400 },
      ).failed;
    const few = (of: World, localities: Iterable<number>): boolean => {
      const rated = [...localities].filter((tenant) => ratedIn(of, tenant) > 0);
      const sum = rated.reduce((total, tenant) => total + ratedIn(of, tenant), 0);
      return rated.some((tenant) => sum < needOf(of, tenant));
    };
    const onlySmall = (of: World) => (localities: ReadonlySet<number>) => !few(of, localities);
    const smallComplements = (of: World) => (localities: ReadonlySet<number>) =>
      !few(of, localities) &&
      !few(
        of,
        everybody(of).filter((tenant) => !localities.has(tenant)),
      );
    expect([caught(onlySmall), caught(smallComplements)]).toEqual([true, true]);
  });
});

describe('who covers whom', () => {
  const leaf = (tenant: number, rated: number, need: number): [number, Leaf] => [
    tenant,
    { tenant, rated, need },
  ];
  const CITIES = new Map([
    [1, [11, 12]],
    [11, [111, 112, 113]],
    [12, [121]],
  ]);
  const blocks = (viewer: number, ...leaves: [number, Leaf][]): Blocks =>
    blocksOf(viewer, (tenant) => CITIES.get(tenant) ?? [], new Map(leaves));

  test('the smallest neighbour below the same city, and the city’s sum stays as it is', () => {
    const made = blocks(1, leaf(111, 1, 5), leaf(112, 40, 5), leaf(113, 9, 5), leaf(121, 6, 5));
    const told = (...localities: number[]): boolean => isTold(made, new Set(localities));
    expect([111, 112, 113, 121].map((tenant) => told(tenant))).toEqual([false, true, false, true]);
    expect([told(111, 112, 113), told(112, 113), told(1, 11, 12, 111, 112, 113, 121)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('two that are few together cover each other; nobody outside the viewer’s places does', () => {
    const few = [leaf(111, 2, 4), leaf(112, 2, 4), leaf(113, 30, 4), leaf(121, 50, 4)];
    expect(blocks(11, ...few).told.map(({ members }) => members)).toEqual([[113], [111, 112]]);
    expect(blocks(11, leaf(111, 2, 4), leaf(121, 50, 4))).toEqual({
      told: [],
      untold: [{ members: [111], rated: 2, need: 4 }],
    });
  });

  test('the viewer’s own ratings cover nobody: it knows them', () => {
    expect(blocks(11, leaf(11, 90, 5), leaf(111, 2, 5)).untold).toHaveLength(1);
    expect(blocks(1, leaf(11, 90, 5), leaf(111, 2, 5)).untold).toHaveLength(0);
  });
});
