import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../../kit/deployment.js';
import { killPart } from '../../kit/parts.js';
import { isReady, repository } from '../../start-up/started-platform.js';
import type { Evidence } from './evidence.js';

const YEAR = '2024';

/** Brings in a county's ledger of so many cases: thousands of events that become visible at once. */
export function importLedger({ env, dataFolder }: Deployment, code: string, cases: number): void {
  const file = `${dataFolder}/${code}.csv`;
  const place = ['--locality', code, '--year', YEAR];
  for (const args of [
    ['ops/dist/ledger/generate.js', ...place, '--cases', String(cases), '--out', file],
    ['ops/dist/ledger/import.js', ...place, file],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: repository,
      env: { ...process.env, ...env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  }
}

/** Kills the evaluation service each time it has folded another quarter of the log. Gives where it stood. */
export async function killWhileFolding(
  { started, url }: Deployment,
  evidence: Evidence,
  tenant: number,
): Promise<number[]> {
  const killedAt: number[] = [];
  const port = Number(new URL(url).port);
  for (;;) {
    const { folded, head } = await evidence.progress(tenant);
    if (folded === head) return killedAt;
    if (folded < ((killedAt.length + 1) / 4) * head) {
      await sleep(2);
      continue;
    }
    await killPart(started.child.pid as number, 'evaluation', () => isReady(port));
    killedAt.push(folded);
  }
}
