import { deepStrictEqual } from 'node:assert';
import { step } from '@duban/ops/progress';
import type { Person } from '../kit/person.js';
import { until } from '../start-up/started-platform.js';
import { ByHand } from './by-hand.js';
import { type Counts, countsIn, OVER_FACTS, overCells } from './figures-by-hand.js';
import { cpuOfRuns } from './processes.js';
import { ms, Samples, table } from './samples.js';
import { statementsOf } from './statements.js';
import type { World } from './world.js';

const METRICS = [
  'HANDED_OVER_COUNT',
  'REPLY_RATE',
  'COMPLETION_RATE',
  'SOLVED_RATE',
  'SOLVED_OR_PLANNED_RATE',
  'SATISFACTION_INCLUSIVE',
  'REHANDLING_RATE',
];
const SEVEN_METRICS = `query ($code: String!) { locality(code: $code) { name figures(filter: {}) {
  ${METRICS.map((name) => `${name}: metric(name: ${name}) { numerator denominator display }`).join('\n  ')}
} } }`;
const PROOF =
  'query ($code: String!) { locality(code: $code) { figures(filter: {}) { proof { equal } freshness { secondsBehind } } } }';
const PLACES = { county: '901001', city: '901000', province: '900000' } as const;
const PAIRS = 150;
const RUNS = 200;

type Place = keyof typeof PLACES;
type Asked = { readonly name: string; readonly ask: () => Promise<unknown> };

/**
 * Seven metrics of a place and everything below it: through the gateway, and by hand over cells and over
 * the facts themselves, in turns. All three say the same before anything is timed, and the cells are
 * what a recount gives.
 */
export async function figures(world: World): Promise<string> {
  const deployment = await world.deployment();
  const loaded = await world.loaded();
  const headings = ['seven metrics of', 'cases', 'asked', 'time in ms, median (min – max)'];
  const parts = ['CPU in ms: gateway', 'evaluation', 'PostgreSQL', 'statements', 'times the cells'];
  const rows = [[...headings, ...parts]];
  for (const [place, code] of Object.entries(PLACES) as [Place, string][]) {
    const analyst = await deployment.as(`${code}.upper-tenant-analyst`);
    await step('核对', `the sums of a ${place} are recounted`, () => proven(analyst, code));
    rows.push(...(await step('指标', `figures of a ${place}`, () => measured(world, place, analyst))));
  }
  const cases = loaded.reduce((sum, one) => sum + one.cases, 0);
  if (rows.at(-1)?.[1] !== String(cases))
    throw new Error(`the province has ${rows.at(-1)?.[1]} cases, not ${cases}`);
  return table(rows);
}

const proven = (analyst: Person, code: string): Promise<unknown> =>
  until(
    `the sums of ${code} are right`,
    async () => {
      const { proof, freshness } = (await analyst.get(PROOF, { code })).locality.figures;
      return proof.equal === true && freshness.secondsBehind === 0;
    },
    300_000,
  );

async function measured(world: World, place: Place, analyst: Person): Promise<string[][]> {
  const code = PLACES[place];
  const open = (statement: string) =>
    ByHand.open<Counts>(world, Number(code), { services: ['evaluation'], statement, purpose: 'COUNTS' });
  const facts = await open(OVER_FACTS);
  const cells = await open(overCells(place === 'county' ? 'OWN' : 'ALL'));
  try {
    const through = () => analyst.get(SEVEN_METRICS, { code });
    const shown = countsIn((await through()).locality.figures);
    deepStrictEqual((await facts.ask())[0], shown);
    deepStrictEqual((await cells.ask())[0], shown);
    const ways: Asked[] = [
      { name: 'through the gateway', ask: through },
      { name: 'one statement over cells', ask: () => cells.ask() },
      { name: 'one statement over the facts', ask: () => facts.ask() },
    ];
    const timed = await inTurns(ways);
    const sums = timed[1]?.median ?? Number.NaN;
    const rows: string[][] = [];
    for (const [at, way] of ways.entries()) {
      const samples = timed[at] as Samples;
      const head = [`a ${place}`, String(shown.handed_over), way.name, samples.text];
      rows.push([...head, ...(await costOf(world, way)), (samples.median / sums).toFixed(1)]);
    }
    return rows;
  } finally {
    await Promise.all([facts.close(), cells.close()]);
  }
}

async function inTurns(ways: readonly Asked[]): Promise<Samples[]> {
  for (let n = 0; n < 30; n++) for (const { ask } of ways) await ask();
  const timed = ways.map(() => new Samples());
  for (let n = 0; n < PAIRS; n++) for (const [at, { ask }] of ways.entries()) await timed[at]?.time(ask);
  return timed;
}

/** The processor's time of each part, and the statements of the services; by hand it is one, and PostgreSQL alone. */
async function costOf(world: World, { name, ask }: Asked): Promise<string[]> {
  const cpu = await cpuOfRuns(await world.supervisor(), RUNS, ask);
  if (!name.startsWith('through')) return ['–', '–', ms(cpu.postgres), '1'];
  const { dataFolder } = await world.deployment();
  const statements = await statementsOf(await world.admin(), dataFolder, ask);
  const asked = [...statements.values()].reduce((sum, list) => sum + list.length, 0);
  return [...[cpu.gateway, cpu.evaluation, cpu.postgres].map(ms), String(asked)];
}
