import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../paths.js';
import { removeStaleOutput } from './stale-output.js';

/*
 * `npm test`: every suite, and as the last line what a pipeline needs to know: `N passed, N failed`.
 * A suite that cannot be loaded, and a run that ends early, count as failed. The order of suites
 * and their output are the test runner's own.
 */

type Report = {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
};

const jest = join(repository, 'node_modules', 'jest', 'bin', 'jest.js');

async function runSuites(args: readonly string[]): Promise<{ report: Report | null; code: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-'));
  const file = join(folder, 'report.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--forceExit', '--json', `--outputFile=${file}`];
  const child = spawn(process.execPath, [...flags, jest, ...options, ...args], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  return { report, code };
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

removeStaleOutput(repository);
const { report, code } = await runSuites(process.argv.slice(2));
const passed = report?.numPassedTests ?? 0;
const told = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
// A red run whose report names no failure is still a failure.
const failed = told === 0 && (code !== 0 || !report) ? 1 : told;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? code || 1 : 0;
