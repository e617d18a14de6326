import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alongside } from './attempts/alongside.js';
import { attempt, Pointed, Tally } from './attempts/attempt.js';
import { attemptEntities } from './attempts/attempt-entities.js';
import { type Ask, inParallel } from './graph/asking.js';
import { documentsFor } from './graph/documents.js';
import { entityDocuments } from './graph/entities.js';
import { Harvest } from './graph/harvest.js';
import { rootFields } from './graph/surface.js';
import { type Board, openBoard } from './planted/board.js';
import { board } from './planted/board-graph.js';
import type { Fault } from './planted/faults.js';
import { VICTIM } from './relations.js';

const OWN = 902_000;
let service: Board;
let harvest: Harvest;

beforeAll(async () => {
  service = await openBoard({ [VICTIM.tenant]: `告示${VICTIM.mark}`, [OWN]: '告示' });
  harvest = new Harvest(VICTIM.tenant);
  harvest.gather(await service.ids(VICTIM.tenant));
});
afterAll(() => service?.close(), 30_000);

const schema = board.schema;
const roots = rootFields(schema).filter(({ field }) => !field.name.startsWith('_'));
const wishes = documentsFor(schema, { roots, depth: 3, reach: 'POINTED', together: 10, page: 2 });
const entities = entityDocuments(board.sdl);

/** The attempts of the isolation test, on this service. */
async function findLeaks(ask: Ask, rounds: number): Promise<string[]> {
  const tally = new Tally();
  const victim = { ...VICTIM, uuids: new Set<string>() };
  const attacker = { name: 'a neighbour', ask, knows: false, refused: new Set<string>() };
  await inParallel(Array(rounds).keys(), 4, async (turn) => {
    const target = {
      schema,
      victim,
      source: () => new Pointed(harvest, { code: VICTIM.code, words: '' }, turn),
    };
    for (const wish of wishes) await attempt(tally, attacker, wish, target);
    for (const document of entities) await attemptEntities(tally, attacker, document, target);
  });
  expect(tally.roots.size).toBe(roots.length);
  return tally.found;
}

const QUESTION = 'query ($id: ID!) { notices { id title } notice(id: $id) { title } }';

/** Runs the attempts against the service with a fault, while the victim's own people use it. */
async function leaksWith(fault: Fault | null): Promise<string[]> {
  const running = await service.serve(fault);
  const owner = running.as(VICTIM.tenant);
  const use = () =>
    Promise.all(harvest.of('notice').map((id) => owner({ query: QUESTION, variables: { id } })));
  try {
    const { text } = await owner({ query: '{ notices { title } }', variables: {} });
    expect(text).toContain(VICTIM.mark);
    await use();
    return await alongside(use, () => findLeaks(running.as(OWN), 25));
  } finally {
    await running.close();
  }
}

describe('the isolation test', () => {
  test('finds nothing in a sound service', async () => {
    expect(await leaksWith(null)).toEqual([]);
  });

  const FAULTS: readonly (readonly [fault: Fault, where: RegExp])[] = [
    ['a setting for the whole session', /^(notice|_entities).*title: text/],
    ['a table without FORCE that its owner reads', /^notices\.#\.title: text/],
    ['a policy that is true', /^notices\.#\.title: text/],
    ['an unchecked reference', /^_entities\.#\.title: text/],
    ['a loader shared between requests', /^notice\.title: text/],
  ];

  test.each(FAULTS)(
    'finds %s',
    async (fault, where) => {
      const found = await leaksWith(fault);
      expect(found.filter((finding) => where.test(finding.replace(/^data\./, '')))).not.toEqual([]);
    },
    30_000,
  );

  test('finds nothing once they are gone', async () => {
    expect(await leaksWith(null)).toEqual([]);
  });
});
