import { env, stderr } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EvaluationDatabase, evaluationDatabase } from '../testing/evaluation-database.js';
import { Followers } from '../testing/followers.js';
import { seeded } from '../testing/random-case.js';
import { randomCountry } from '../testing/random-country.js';
import { RandomLife } from '../testing/random-life.js';
import { RecountedCells } from '../testing/recounted-cells.js';

/*
 * Some thousand random operations; 100,000 with DUBAN_DEEP=1, any number with DUBAN_OPERATIONS=1000000. The
 * more of them, the more counties: what one place holds stays bounded, and so does what is recounted of it.
 */
const OPERATIONS = Number(env.DUBAN_OPERATIONS ?? (env.DUBAN_DEEP === '1' ? 100_000 : 2400));
const SEED = Number(env.DUBAN_SEED ?? 17);
const LONG = 10_000;
const PER_ROUND = Math.min(20_000, Math.max(400, OPERATIONS / 50));
const OPERATIONS_OF_COUNTY = 15_000;
const KILLS = Math.max(1, Math.floor(PER_ROUND / 8000));
const KILLED_WITHIN_MS = OPERATIONS > LONG ? 5000 : 800;
const FOLLOWERS = OPERATIONS > LONG ? 3 : 2;
const FACTS_OF_ROUND = 400;
const YEARS = [2023, 2024, null];

const next = seeded(SEED);
const country = randomCountry(Math.max(3, Math.round(OPERATIONS / OPERATIONS_OF_COUNTY)));
const everybody = country.places.map(({ number }) => number);

let database: EvaluationDatabase;
let followers: Followers;
let recounted: RecountedCells;

beforeAll(async () => {
  database = await evaluationDatabase();
  await database.register(country.places);
  recounted = new RecountedCells(database, everybody);
  followers = new Followers(database, seeded(SEED + 1));
  await followers.start(FOLLOWERS);
});

afterAll(async () => {
  await followers?.close();
  await database?.close();
});

const begun = performance.now();
let toldAt = begun;

/** Long work says how far it is. */
function tell(done: number, what: object): void {
  if (OPERATIONS <= LONG || (performance.now() - toldAt < 10_000 && done < OPERATIONS)) return;
  toldAt = performance.now();
  const seconds = (toldAt - begun) / 1000;
  const left = Math.round((seconds * (OPERATIONS - done)) / done);
  const pace = `${Math.round(done / seconds)} a second, about ${left} s left`;
  stderr.write(
    `${done}/${OPERATIONS} operations, ${Math.round(seconds)} s, ${pace} ${JSON.stringify(what)}\n`,
  );
}

describe('random operations, by several at once, while processes that follow are killed', () => {
  test(
    'every cell is what a recount gives, a parent is its children and its own, facts are what the events give',
    async () => {
      const life = new RandomLife(country, database, recounted.scopeOf, OPERATIONS, next);
      for (let done = 0; done < OPERATIONS; done += PER_ROUND) {
        await Promise.all([life.happen(PER_ROUND), followers.kill(KILLS, KILLED_WITHIN_MS)]);
        await recounted.untilAtRest();
        // What was changed in this round; of a long life, its sums of one year.
        const { places, cases } = life.changed();
        const slice = OPERATIONS > LONG ? { year: YEARS[next(YEARS.length)] as number | null } : {};
        expect(await recounted.wrongOwn(places)).toBeNull();
        expect(await recounted.wrongSum(new Set(life.parents.values()), slice)).toBeNull();
        expect(await recounted.wrongParent(life.parents, slice)).toBeNull();
        expect(await recounted.wrongFacts(new Map([...cases].slice(-FACTS_OF_ROUND)))).toBeNull();
        tell(done + PER_ROUND, { ...life.done, kills: followers.kills });
      }
      const inner = new Set(life.parents.values());
      expect(await recounted.wrongFacts(await recounted.casesOf(everybody))).toBeNull();
      expect(await recounted.wrongOwn(everybody)).toBeNull();
      expect(await recounted.wrongSum(inner)).toBeNull();
      expect(await recounted.wrongParent(life.parents)).toBeNull();
      expect(Math.min(...Object.values(life.done), followers.kills)).toBeGreaterThan(0);
      expect(Object.values(life.done).reduce((sum, times) => sum + times)).toBeGreaterThanOrEqual(OPERATIONS);
    },
    300_000 + OPERATIONS * 30,
  );
});
