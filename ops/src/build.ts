import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.js';
import { repository } from './paths.js';
import { SERVICES } from './process-table.js';

const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');

/** Compiles what the processes run, where it is not up to date. An installation without compiler is compiled already. */
export async function build(): Promise<void> {
  if (!existsSync(compiler)) return;
  const projects = [...SERVICES.map(({ name }) => `services/${name}`), 'gateway'];
  const child = spawn(process.execPath, [compiler, '-b', ...projects], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === 0) return;
  const shown = output.trim().split('\n').slice(0, 10).join('\n  ');
  throw new Failure(`编译失败:\n  ${shown}`, 'The code does not compile (above).');
}
