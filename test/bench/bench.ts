import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../start-up/started-platform.js';
import { figures } from './figures.js';
import { ledgerImport } from './ledger-import.js';
import { listOfFifty } from './list-of-fifty.js';
import { manyLocalities } from './many-localities.js';
import { memory } from './memory.js';
import { processSteps } from './process-steps.js';
import { recovery } from './recovery.js';
import { describe } from './report.js';
import { scoreboard } from './scoreboard.js';
import { scoring } from './scoring.js';
import { startUp } from './start-up.js';
import { trial } from './trial.js';
import { World } from './world.js';
import { writeCost } from './write-cost.js';

type Measurement = {
  readonly title: string;
  readonly measure: (world: World) => Promise<string>;
  /** Only when it is asked for by name: it takes hours and gigabytes. */
  readonly alone?: true;
};

/** Loaded when it runs: it has evaluation in this process, and two services' types of one name cannot be together. */
const nation = async (): Promise<string> => (await import('./nation.js')).nation();

const peak = async (): Promise<string> => (await import('./peak.js')).peak();

/** In this order: what comes later finds the ledgers of what came before. */
export const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  'start-up': { title: 'Start-up', measure: startUp },
  'many-localities': { title: 'Many localities', measure: manyLocalities },
  'process-steps': { title: 'Process steps', measure: processSteps },
  'write-cost': { title: 'Write cost', measure: writeCost },
  peak: { title: 'Following the busiest hour', measure: peak },
  trial: { title: 'Trial', measure: trial },
  scoring: { title: 'Scoring', measure: scoring },
  'ledger-import': { title: 'Ledger import', measure: ledgerImport },
  'list-of-fifty': { title: 'Fifty cases', measure: listOfFifty },
  scoreboard: { title: 'Scoreboard', measure: scoreboard },
  figures: { title: 'Figures', measure: figures },
  memory: { title: 'Memory', measure: memory },
  recovery: { title: 'Recovery', measure: recovery },
  nation: { title: 'The country', measure: nation, alone: true },
};

/** Runs one measurement or all, prints their tables, and after all of them writes docs/BENCHMARKS.md. */
export async function runBench(wanted: string | undefined): Promise<void> {
  const world = new World();
  const tables = new Map<string, string>();
  try {
    for (const [name, { title, measure, alone = false }] of Object.entries(MEASUREMENTS)) {
      if (wanted === undefined ? alone : wanted !== name) continue;
      process.stdout.write(`\n${title}\n`);
      tables.set(name, await measure(world));
      process.stdout.write(`\n${tables.get(name)}\n`);
    }
    if (wanted === undefined) {
      writeFileSync(join(repository, 'docs', 'BENCHMARKS.md'), await describe(world, tables));
    }
  } finally {
    await world.stop();
  }
}
