import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { step } from '@duban/ops/progress';
import { freePort } from '../kit/deployment.js';
import { startPlatform, until } from '../start-up/started-platform.js';
import { table } from './samples.js';

const STEPS = { secrets: '密钥', compile: '编译', database: '数据库', migrate: '迁移', processes: '服务' };

/** `npm start` on an empty folder, and again on the kept data; the code is compiled already. */
export async function startUp(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-start-'));
  const times: string[][] = [];
  try {
    for (const which of ['the first time', 'the second time'])
      times.push([which, ...(await step('启动', which, () => startOnce(join(folder, 'data'))))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return table([['npm start, in s', ...Object.keys(STEPS), 'ready'], ...times]);
}

async function startOnce(dataFolder: string): Promise<string[]> {
  const env = { DUBAN_DATA: dataFolder, PORT: String(await freePort()), DATABASE_URL: '' };
  const started = startPlatform(env);
  try {
    await until('ready', () => started.output().includes('Duban is ready'), 120_000);
  } finally {
    started.child.kill('SIGTERM');
    await started.ended;
  }
  const text = started.output();
  const of = (name: string) => new RegExp(`${name}.*?([\\d.]+) s`).exec(text)?.[1] ?? '–';
  return [...Object.values(STEPS).map((name) => of(`✓ ${name} `)), of('Duban is ready')];
}
