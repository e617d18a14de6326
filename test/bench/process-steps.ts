import { performance } from 'node:perf_hooks';
import { step } from '@duban/ops/progress';
import { crewOf, liveACase, MUTATIONS_A_CASE } from '../chaos/load/case-life.js';
import { Book } from '../chaos/load/client.js';
import { County } from '../kit/county.js';
import { bareInserts } from './bare-inserts.js';
import { LIFE, stepsASecondInMemory } from './case-in-memory.js';
import { cpuOf } from './processes.js';
import { ms, Samples, table } from './samples.js';
import { COUNTY, type World } from './world.js';

const WRITERS = 8;
const CASES_OF_WRITER = 15;
/** Nobody's answer is thrown away and asked for again here. */
const never = () => 1;

/**
 * Steps of the process through the gateway: each is decided by the rules on the whole case, written
 * with its event, audit chain, clocks, read tables and stored answer, and answered.
 */
export async function processSteps(world: World): Promise<string> {
  const deployment = await world.deployment();
  const supervisor = await world.supervisor();
  const county = new County(deployment, COUNTY);
  const warm = new Book();
  await liveACase(await crewOf(county, 0, warm, never), 'warm-up');
  const book = new Book();
  const crews = await Promise.all(
    Array.from({ length: WRITERS }, (_, at) => crewOf(county, at, book, never)),
  );
  const before = cpuOf(supervisor);
  const begun = performance.now();
  await step('步骤', `${WRITERS} writers, ${WRITERS * CASES_OF_WRITER} cases`, () =>
    Promise.all(
      crews.map(async (crew, at) => {
        for (let n = 0; n < CASES_OF_WRITER; n++) await liveACase(crew, `${at}-${n}`);
      }),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  const after = cpuOf(supervisor);
  const steps = book.told.length;
  if (steps !== WRITERS * CASES_OF_WRITER * MUTATIONS_A_CASE || LIFE.length !== MUTATIONS_A_CASE)
    throw new Error(`${steps} steps were answered`);
  const cpu =
    Object.values(after).reduce((sum, one) => sum + one, 0) -
    Object.values(before).reduce((sum, one) => sum + one, 0);
  const bare = await step('对照', 'the same rows as bare inserts', () =>
    bareInserts(() => world.connection(), Number(COUNTY), WRITERS),
  );
  const chart = await step('对照', 'the same transitions in memory', async () =>
    stepsASecondInMemory(20_000),
  );
  const own = steps / seconds;
  const times = new Samples();
  for (const duration of book.durations) times.add(duration);
  return table([
    ['', 'steps a second', 'ratio to bare inserts', 'median, ms', '99 of 100 within, ms', 'CPU a step, ms'],
    [
      'through the gateway, 8 writers',
      own.toFixed(0),
      (own / bare.stepsASecond).toFixed(3),
      ms(times.median),
      ms(times.within(0.99)),
      ms(cpu / steps),
    ],
    ['event and answer as bare inserts, 8 writers', bare.stepsASecond.toFixed(0), '1', '–', '–', '–'],
    [
      'the same life as an XState chart, in memory',
      chart.toFixed(0),
      (chart / bare.stepsASecond).toFixed(1),
      '–',
      '–',
      '–',
    ],
  ]);
}
