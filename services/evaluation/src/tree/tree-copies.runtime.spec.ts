import type { Scope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { figureReads } from '../figures/figures.read.js';
import { type EvaluationDatabase, evaluationDatabase } from '../testing/evaluation-database.js';
import { seeded } from '../testing/random-case.js';
import { RandomTree, type Said } from '../testing/random-tree.js';
import type { Place } from './locality-tree.js';
import { oncePer } from './once-per.js';
import { placeHistory } from './place-history.js';
import { treeStore } from './tree.store.typeorm.js';
import { TreeCopies } from './tree-copies.runtime.js';

const place = (tenant: number): Place => ({
  tenant,
  parent: 1,
  level: 'COUNTY',
  ended: false,
  ratingsFrom: null,
  validFrom: '2000-01-01',
  validTo: 'infinity',
});
const mark = (sum: string) => ({ count: 2, sum });

test('each locality has the tree that it last read, and nobody else has it', () => {
  const copies = new TreeCopies();
  copies.keep(1, mark('5'), [place(2), place(3)]);
  expect(copies.of(1)).toEqual({ mark: mark('5'), places: [place(2), place(3)] });
  expect(copies.of(2)).toBeNull();
  copies.keep(1, mark('8'), [place(2), place(4)]);
  expect(copies.of(1)?.places.map(({ tenant }) => tenant)).toEqual([2, 4]);
  expect(Object.isFrozen(copies.of(1)?.places)).toBe(true);
});

test('what is held is bounded; what was used last stays', () => {
  const copies = new TreeCopies(4);
  copies.keep(1, mark('1'), [place(2), place(3)]);
  copies.keep(2, mark('2'), [place(2), place(3)]);
  copies.of(1);
  copies.keep(3, mark('3'), [place(2), place(3)]);
  expect([1, 2, 3].map((tenant) => copies.of(tenant) !== null)).toEqual([true, false, true]);
  const many = [1, 2, 3, 4, 5].map(place);
  expect(copies.keep(1, mark('5'), many)).toEqual(many);
  expect(copies.of(1)).toBeNull();
});

test('what follows from a tree is worked out once, from anything that may change each time', () => {
  let worked = 0;
  const work = () => ++worked;
  const [kept, open] = [Object.freeze([1]), [1]];
  expect([oncePer(kept, 'a', work), oncePer(kept, 'a', work), oncePer(kept, 'b', work)]).toEqual([1, 1, 2]);
  expect([oncePer(open, 'a', work), oncePer(open, 'a', work)]).toEqual([3, 4]);
});

let database: EvaluationDatabase;
beforeAll(async () => {
  database = await evaluationDatabase();
});
afterAll(async () => database?.close());

const scope = (tenant: number, purpose: Scope['purpose']): Scope => ({
  tenant,
  tenants: [tenant],
  purpose,
  actor: null,
});

/** What the tree looks like to a locality: as figures read it, and row by row through the policies alone. */
const views = (tenant: number): Promise<[readonly Place[], readonly Place[]]> =>
  database.app.transaction(scope(tenant, 'COUNTS'), 'read', async (tx) => [
    await figureReads(tx).places(),
    await tx.query<Place>(
      `SELECT tenant_id AS tenant, parent_id AS parent, level, ended, ratings_from AS "ratingsFrom", valid_from AS "validFrom", valid_to AS "validTo"
       FROM evaluation.locality_node ORDER BY tenant_id, valid_from`,
    ),
  ]);

test('while localities move, end and begin, everybody sees what the policies let through, and no more', async () => {
  const tree = new RandomTree(seeded(17), 12);
  const said = new Map<number, Said[]>();
  const different = new Set<string>();
  for (const [at, each] of tree.said.entries()) {
    const own = [...(said.get(each.tenant) ?? []), each];
    said.set(each.tenant, own);
    await database.relay.transaction(scope(each.tenant, 'RELAY'), 'write', (tx) =>
      treeStore(tx).replace(placeHistory(each.tenant, own as never), []),
    );
    if (at % 5 > 0) continue;
    for (const tenant of [...said.keys(), 999]) {
      const [kept, rows] = await views(tenant);
      expect(kept).toEqual(rows);
      different.add(JSON.stringify(kept));
    }
  }
  expect(different.size).toBeGreaterThan(20);
});
