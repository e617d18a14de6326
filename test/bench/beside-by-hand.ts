import { step } from '@duban/ops/progress';
import type pg from 'pg';
import type { ByHand } from './by-hand.js';
import { cpuOfRuns } from './processes.js';
import { ms, Samples, table } from './samples.js';
import { statementsOf } from './statements.js';
import type { World } from './world.js';

const PAIRS = 200;
const RUNS = 300;

/** One request through the gateway against one statement: timed in turns, with the processor's time and all statements. */
export async function besideByHand<Row extends pg.QueryResultRow>(
  world: World,
  through: () => Promise<unknown>,
  hand: ByHand<Row>,
): Promise<string> {
  const deployment = await world.deployment();
  const [graph, sql] = await step('计时', `${PAIRS} pairs`, () => pairs(through, hand));
  const supervisor = await world.supervisor();
  const cpu = await step('处理器', `${RUNS} runs of each`, async () => ({
    graph: await cpuOfRuns(supervisor, RUNS, through),
    sql: await cpuOfRuns(supervisor, RUNS, () => hand.ask()),
  }));
  const statements = await statementsOf(await world.admin(), deployment.dataFolder, through);
  const parts = Object.entries(cpu.graph).map(([part, value]) => [
    part,
    ms(value),
    part === 'postgres' ? ms(cpu.sql.postgres) : '–',
    String(statements.get(part)?.length ?? (part === 'postgres' ? '' : 0)),
  ]);
  const total = Object.values(cpu.graph).reduce((sum, value) => sum + value, 0);
  const asked = [...statements.values()].reduce((sum, list) => sum + list.length, 0);
  return [
    '| | through the gateway | one statement by hand | ratio |',
    '| --- | --- | --- | --- |',
    `| time in ms, median (min – max) | ${graph.text} | ${sql.text} | ${(graph.median / sql.median).toFixed(1)} |`,
    '',
    table([
      ['CPU in ms a request', 'through the gateway', 'by hand', 'statements'],
      ...parts,
      ['all', ms(total), ms(cpu.sql.postgres), String(asked)],
    ]),
  ].join('\n');
}

async function pairs<Row extends pg.QueryResultRow>(
  through: () => Promise<unknown>,
  hand: ByHand<Row>,
): Promise<readonly [Samples, Samples]> {
  const [graph, sql] = [new Samples(), new Samples()];
  for (let n = 0; n < 60; n++) await Promise.all([through(), hand.ask()]);
  while (graph.count < PAIRS) {
    await graph.time(through);
    await sql.time(() => hand.ask());
  }
  return [graph, sql];
}
