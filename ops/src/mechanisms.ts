import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, reportFailure } from './failure.js';
import { judgeMechanisms } from './mechanisms/judge-mechanisms.js';
import { printMechanisms } from './mechanisms/print-mechanisms.js';
import { NOT_YET_SHOWN_FILE, readMechanisms } from './mechanisms/read-mechanisms.js';
import { repository } from './paths.js';

/*
 * `npm run mechanisms`: docs/MECHANISMS.md from the list of mechanisms, the localities' files and the
 * titles of the tests; what a test shows now is taken off the list of what is not yet shown. With
 * --check nothing is written: a mechanism without a test, an unknown id or a stale page is red.
 */

const PAGE = 'docs/MECHANISMS.md';

function stalePage(page: string): string[] {
  const file = join(repository, PAGE);
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return kept === page ? [] : [`${PAGE} 已过时,请运行 npm run mechanisms is stale: run npm run mechanisms`];
}

function write(page: string, open: readonly string[]): void {
  writeFileSync(join(repository, PAGE), page);
  writeFileSync(join(repository, NOT_YET_SHOWN_FILE), open.map((id) => `${id}\n`).join(''));
}

function main(): void {
  const checking = process.argv.includes('--check');
  const found = readMechanisms(repository);
  const page = printMechanisms(found);
  const { mechanisms } = found.list;
  const open = found.notYetShown.filter(
    (id) => mechanisms[id] && !found.shown.has(id) && !mechanisms[id].outside && !mechanisms[id].waits,
  );
  if (!checking) write(page, open);
  const problems = [
    ...judgeMechanisms(checking ? found : { ...found, notYetShown: open }),
    ...(checking ? stalePage(page) : []),
  ];
  if (open.length > 0) process.stdout.write(`尚未证明 not yet shown (${open.length}): ${open.join(' ')}\n`);
  if (problems.length === 0) return;
  throw new Failure(
    `${problems.length} 处:\n${problems.map((one) => `  - ${one}`).join('\n')}`,
    'See docs/mechanisms.yaml.',
  );
}

try {
  main();
} catch (error) {
  reportFailure(error);
}
