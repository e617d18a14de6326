import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, reportFailure } from './failure.js';
import { repository } from './paths.js';

/*
 * `npm run bench [-- name]`: the measurements in test/bench, one or all. They print their tables; all
 * together they also write docs/BENCHMARKS.md. `npm run bench:nation -- --cases 100000` is one by itself.
 */

type Bench = {
  readonly MEASUREMENTS: Readonly<Record<string, unknown>>;
  readonly runBench: (wanted: string | undefined) => Promise<void>;
};

const file = join(repository, 'test', 'dist', 'bench', 'bench.js');

async function main(): Promise<void> {
  if (!existsSync(file))
    throw new Failure('没有可运行的测量。', 'There is nothing to run: test/bench is not here.');
  const { MEASUREMENTS, runBench } = (await import(pathToFileURL(file).href)) as Bench;
  const wanted = process.argv[2];
  const names = Object.keys(MEASUREMENTS);
  if (wanted !== undefined && !names.includes(wanted)) {
    throw new Failure(
      `没有名为 ${wanted} 的测量,可选:${names.join('、')}。`,
      `There is no measurement named ${wanted}; there are ${names.join(', ')}.`,
    );
  }
  await runBench(wanted);
}

await main().catch(reportFailure);
// What was begun and not ended, by a measurement that failed, must not keep this from ending.
process.exit();
