import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../../start-up/started-platform.js';

export type Ended = { readonly code: number; readonly output: string };

/** One of the repository's commands, by its file below `ops/dist`, against an installation. */
export function runCommand(
  env: Readonly<Record<string, string>>,
  file: string,
  ...args: readonly string[]
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(repository, 'ops', 'dist', file), ...args],
      { cwd: repository, env: { ...process.env, NODE_OPTIONS: '', ...env }, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}
