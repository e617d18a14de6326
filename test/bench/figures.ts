import { step } from '@duban/ops/progress';
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
const PLACES = { county: '901001', city: '901000', province: '900000' };
const TIMES = 150;
const RUNS = 200;

/** Seven metrics of a place and everything below it, over the facts of all its cases. */
export async function figures(world: World): Promise<string> {
  const deployment = await world.deployment();
  const loaded = await world.loaded();
  const supervisor = await world.supervisor();
  const rows = [
    [
      'seven metrics of',
      'cases',
      'time in ms, median (min – max)',
      'CPU in ms: gateway',
      'evaluation',
      'PostgreSQL',
      'statements',
    ],
  ];
  for (const [place, code] of Object.entries(PLACES)) {
    const analyst = await deployment.as(`${code}.upper-tenant-analyst`);
    const ask = () => analyst.get(SEVEN_METRICS, { code });
    rows.push(
      await step('指标', `figures of a ${place}`, async () => {
        for (let n = 0; n < 30; n++) await ask();
        const samples = new Samples();
        while (samples.count < TIMES) await samples.time(ask);
        const cpu = await cpuOfRuns(supervisor, RUNS, ask);
        const statements = await statementsOf(await world.admin(), deployment.dataFolder, ask);
        const asked = [...statements.values()].reduce((sum, list) => sum + list.length, 0);
        const { HANDED_OVER_COUNT: counted } = (await ask()).locality.figures;
        const parts = [cpu.gateway, cpu.evaluation, cpu.postgres].map(ms);
        return [`a ${place}`, String(counted.numerator), samples.text, ...parts, String(asked)];
      }),
    );
  }
  const cases = loaded.reduce((sum, one) => sum + one.cases, 0);
  if (rows.at(-1)?.[1] !== String(cases))
    throw new Error(`the province has ${rows.at(-1)?.[1]} cases, not ${cases}`);
  return table(rows);
}
