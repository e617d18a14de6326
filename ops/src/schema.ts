import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { provenProcesses } from '@duban/proposals/proven-processes';
import { printAccessMatrix } from './contract/access-matrix.js';
import { freshCatalogue } from './contract/database-catalogue.js';
import { findDrift } from './contract/drift.js';
import { compose, printSubgraphs } from './contract/graph.js';
import { type Breakage, whatBreaks } from './contract/what-breaks.js';
import { Failure, reportFailure } from './failure.js';
import { localitiesFolder, schemaFolder } from './paths.js';

/*
 * `npm run schema`: the contract as files, generated from the code - each subgraph, the supergraph,
 * who may try what, the database, and which processes were proven. With --check nothing is written and any difference is red.
 */

async function generate(): Promise<Record<string, string>> {
  const [subgraphs, access, database] = await Promise.all([
    printSubgraphs(),
    printAccessMatrix(),
    freshCatalogue(),
  ]);
  const printed = Object.entries(subgraphs).map(([name, sdl]) => [`subgraphs/${name}.graphql`, sdl]);
  return {
    ...Object.fromEntries(printed),
    'supergraph.graphql': compose(subgraphs),
    'access.csv': access,
    'database.txt': database,
    'locality/proven-processes.txt': provenProcesses(localitiesFolder),
  };
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(schemaFolder, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`  ✓ schema/${name}\n`);
  }
}

function tell(breakages: readonly Breakage[]): void {
  if (breakages.length === 0) return;
  const list = breakages.map(
    ({ level, message }) => `  ${level === 'BREAKING' ? '✗' : '!'} ${level} ${message}`,
  );
  process.stdout.write(`\n与已提交的版本相比 Compared with the committed version:\n${list.join('\n')}\n`);
}

async function main(): Promise<void> {
  const files = await generate();
  tell(await whatBreaks(files['supergraph.graphql'] ?? ''));
  if (!process.argv.includes('--check')) return write(files);
  const drift = findDrift(schemaFolder, files);
  if (drift.length === 0) return;
  throw new Failure(
    `schema/ 与代码不一致,请运行 npm run schema 并提交:\n${drift.join('\n')}`,
    'schema/ is not what the code says; run npm run schema and commit the result.',
  );
}

await main().catch(reportFailure);
