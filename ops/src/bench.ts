import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, reportFailure } from './failure.js';
import { repository } from './paths.js';

/* `npm run bench [-- name]`: runs the measurements in test/bench, all or one. Each prints its own table. */
const folder = join(repository, 'test', 'dist', 'bench');

async function main(): Promise<void> {
  const wanted = process.argv[2];
  const files = readdirSync(folder, 'utf8')
    .filter((name) => name.endsWith('.bench.js'))
    .filter((name) => !wanted || name === `${wanted}.bench.js`);
  if (files.length === 0) {
    throw new Failure(
      `没有名为 ${wanted ?? '*'} 的测量。`,
      `There is no measurement named ${wanted ?? '*'} in test/bench.`,
    );
  }
  for (const name of files) {
    const { run } = (await import(pathToFileURL(join(folder, name)).href)) as { run: () => Promise<void> };
    await run();
  }
}

await main().catch(reportFailure);
