import { deepStrictEqual } from 'node:assert';
import { step } from '@duban/ops/progress';
import type { Person } from '../kit/person.js';
import { asNodes, ByHand, FIFTY_CASES } from './fifty-cases.js';
import { cpuOfRuns } from './processes.js';
import { ms, Samples, table } from './samples.js';
import { statementsOf } from './statements.js';
import { COUNTY, type World } from './world.js';

const PAIRS = 200;
const RUNS = 300;
const tenant = Number(COUNTY);

/** 50 cases with unit, proposer and latest feedback through the gateway, against one statement by hand. */
export async function listOfFifty(world: World): Promise<string> {
  const deployment = await world.deployment();
  await world.loaded();
  const person = await deployment.as(`${COUNTY}.deputy-affairs-officer`);
  const hand = await ByHand.open(world, tenant);
  try {
    await step('比对', 'the two answers, field by field', () => compare(person, hand));
    const [graph, sql] = await step('计时', `${PAIRS} pairs`, () => pairs(person, hand));
    const supervisor = await world.supervisor();
    const through = () => person.get(FIFTY_CASES);
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
  } finally {
    await hand.close();
  }
}

async function compare(person: Person, hand: ByHand): Promise<void> {
  const { proposals } = await person.get(FIFTY_CASES);
  const nodes = asNodes(await hand.ask(), tenant);
  deepStrictEqual(proposals.nodes, nodes);
  if (nodes.length !== 50) throw new Error(`there are ${nodes.length} cases to compare`);
}

async function pairs(person: Person, hand: ByHand): Promise<readonly [Samples, Samples]> {
  const [graph, sql] = [new Samples(), new Samples()];
  for (let n = 0; n < 60; n++) await Promise.all([person.get(FIFTY_CASES), hand.ask()]);
  while (graph.count < PAIRS) {
    await graph.time(() => person.get(FIFTY_CASES));
    await sql.time(() => hand.ask());
  }
  return [graph, sql];
}
