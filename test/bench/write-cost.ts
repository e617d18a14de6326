import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { busiestHour } from '@duban/evaluation/busiest-hour';
import { step } from '@duban/ops/progress';
import { crewOf, liveACase, MUTATIONS_A_CASE } from '../chaos/load/case-life.js';
import { Book } from '../chaos/load/client.js';
import { County } from '../kit/county.js';
import { processesOf } from '../kit/parts.js';
import { type Lag, lagOf } from './lag.js';
import { cpuOf } from './processes.js';
import { ms, Samples, table } from './samples.js';
import { COUNTY, type World } from './world.js';

/** Cases of a round, by how many write them. */
const CASES: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [8, 40],
  [32, 64],
]);
const OPTIONS = {
  /** Of rounds, with the pipeline and without; each pair in the other order than the one before. */
  pairs: { type: 'string', default: '4' },
  /** With as many recounts as a night has that is short of time. */
  night: { type: 'boolean', default: false },
} as const;
const WARM_UP = { writers: 8, cases: 40 };
const AT_REST = 20;
const CASES_A_YEAR = 2_000_000;
const LAST_YEAR = 2025;
const never = () => 1;

/** What writing costs: the same steps while evaluation follows them, and while its process is held still. */
export async function writeCost(world: World): Promise<string> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS });
  const pairs = Number(values.pairs);
  if (values.night) world.recountAsAtNight();
  const supervisor = await world.supervisor();
  const county = new County(await world.deployment(), COUNTY);
  // Until statements are prepared and code is compiled, whoever comes first pays for it.
  await lives(county, WARM_UP.writers, WARM_UP.cases, 'warm-up');
  await caughtUp(world);
  const [costs, lags] = [[COSTS], [LAGS]];
  let most = 0;
  for (const [writers, cases] of CASES) {
    const [followed, alone] = [new Round(supervisor), new Round(supervisor)];
    const lag = new LagBook();
    const folds = new Samples();
    const withIt = (pair: number): Promise<void> =>
      lag.during(world, () => followed.run(() => lives(county, writers, cases, `w${writers}-${pair}`)));
    // Watched as well: looking costs the same in both.
    const without = (pair: number): Promise<void> =>
      heldStill(world, folds, () =>
        new LagBook().during(world, () =>
          alone.run(() => lives(county, writers, cases, `o${writers}-${pair}`)),
        ),
      );
    await step('写入', `${writers} writers, with and without, ${pairs} times each`, async () => {
      for (let pair = 0; pair < pairs; pair++)
        for (const round of pair % 2 === 0 ? [withIt, without] : [without, withIt]) {
          await round(pair);
          await caughtUp(world);
        }
    });
    costs.push(...costRows(writers, followed, alone));
    lags.push(lag.row(writers, followed, folds));
    most = Math.max(most, followed.stepsASecond);
  }
  const rest = await step('静止', 'one step at a time', () => freshAtRest(world, county));
  const hours = values.night ? 'In a night that needs all of its share for recounts.' : 'By day.';
  return `${hours}\n\n${table(costs)}\n\n${table(lags)}\n\nOne step at a time, until the sums of county, city, province and nation have it: ${rest.text} ms, 95 of 100 within ${ms(rest.within(0.95))} ms.\n\n${shareOfBusiestHour(most)}`;
}

function shareOfBusiestHour(most: number): string {
  const { stepsASecond } = busiestHour(CASES_A_YEAR, MUTATIONS_A_CASE, LAST_YEAR);
  const share = Math.round((most / stepsASecond) * 100);
  return `The whole platform on this machine made ${most.toFixed(0)} steps a second at most: ${share} % of the ${stepsASecond.toFixed(0)} of the country's busiest hour.`;
}

const COSTS = [
  'writers',
  'evaluation',
  'steps a second',
  'ratio',
  'median, ms',
  '95 of 100 within',
  'CPU a step, ms: all',
  'evaluation',
  'PostgreSQL',
  'the others',
  'ratio of all',
];
const LAGS = [
  'writers',
  'steps a second',
  'events behind, most',
  'seconds behind: median (min – max)',
  '95 of 100 within',
  'events a second when it catches up',
];

/** Something while evaluation is held still, and how fast it catches up afterwards. */
async function heldStill(world: World, folds: Samples, work: () => Promise<void>): Promise<void> {
  const evaluation = processesOf(await world.supervisor()).evaluation as number;
  process.kill(evaluation, 'SIGSTOP');
  const { events } = await work()
    .then(() => lagOf(world, Number(COUNTY)))
    .finally(() => process.kill(evaluation, 'SIGCONT'));
  const begun = performance.now();
  await caughtUp(world);
  folds.add((events * 1000) / (performance.now() - begun));
}

/** Cases from draft to close by so many writers at once; gives how long each step took. */
async function lives(county: County, writers: number, cases: number, name: string): Promise<Samples> {
  const book = new Book();
  const crews = await Promise.all(
    Array.from({ length: writers }, (_, at) => crewOf(county, at, book, never)),
  );
  const waiting = Array.from({ length: cases }, (_, at) => `${name}-${at}`).values();
  await Promise.all(
    crews.map(async (crew) => {
      for (const each of waiting) await liveACase(crew, each);
    }),
  );
  const times = new Samples();
  for (const duration of book.durations) times.add(duration);
  return times;
}

/** Rounds of one kind, added up. */
class Round {
  readonly times = new Samples();
  readonly cpu = { all: 0, evaluation: 0, postgres: 0 };
  seconds = 0;

  constructor(private readonly supervisor: number) {}

  async run(work: () => Promise<Samples>): Promise<void> {
    const [before, begun] = [cpuOf(this.supervisor), performance.now()];
    const times = await work();
    this.seconds += (performance.now() - begun) / 1000;
    const after = cpuOf(this.supervisor);
    for (const part of Object.keys(after) as (keyof typeof after)[])
      this.cpu.all += after[part] - before[part];
    this.cpu.evaluation += after.evaluation - before.evaluation;
    this.cpu.postgres += after.postgres - before.postgres;
    this.times.addAll(times);
  }

  get stepsASecond(): number {
    return this.times.count / this.seconds;
  }

  a(part: keyof Round['cpu']): number {
    return this.cpu[part] / this.times.count;
  }
}

function costRows(writers: number, followed: Round, alone: Round): string[][] {
  return [followed, alone].map((round) => [
    String(writers),
    round === followed ? 'follows' : 'held still',
    round.stepsASecond.toFixed(0),
    (alone.stepsASecond / round.stepsASecond).toFixed(2),
    ms(round.times.median),
    ms(round.times.within(0.95)),
    ms(round.a('all')),
    ms(round.a('evaluation')),
    ms(round.a('postgres')),
    ms(round.a('all') - round.a('evaluation') - round.a('postgres')),
    (round.a('all') / alone.a('all')).toFixed(2),
  ]);
}

/** How far behind the figures are while others write. */
class LagBook {
  private readonly seconds = new Samples();
  private most = 0;

  async during(world: World, work: () => Promise<void>): Promise<void> {
    let over = false;
    const watch = async (): Promise<void> => {
      while (!over) {
        const { seconds, events } = await lagOf(world, Number(COUNTY));
        this.seconds.add(seconds);
        this.most = Math.max(this.most, events);
        await sleep(100);
      }
    };
    const watching = watch();
    await work().finally(() => (over = true));
    await watching;
  }

  row(writers: number, followed: Round, folds: Samples): string[] {
    return [
      String(writers),
      followed.stepsASecond.toFixed(0),
      String(this.most),
      this.seconds.text,
      ms(this.seconds.within(0.95)),
      folds.text,
    ];
  }
}

async function caughtUp(world: World): Promise<Lag> {
  for (;;) {
    const lag = await lagOf(world, Number(COUNTY));
    if (lag.events === 0 && lag.changes === 0) return lag;
    await sleep(5);
  }
}

async function freshAtRest(world: World, county: County): Promise<Samples> {
  const deputy = await county.as('deputy');
  const times = new Samples();
  for (let n = 0; n < AT_REST; n++) {
    await sleep(500);
    await deputy.do('draftProposal', { ...DRAFT, title: `关于第${n}盏路灯的建议` });
    const begun = performance.now();
    await caughtUp(world);
    times.add(performance.now() - begun);
  }
  return times;
}

const DRAFT = {
  kind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  body: '路灯不亮。',
};
