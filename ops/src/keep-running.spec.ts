import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Kept, keepRunning, type Life } from './keep-running.js';

const notes: string[] = [];
let kept: Kept | null = null;

/** A child that lives as long as it is told to. */
async function child(ms: number): Promise<Life> {
  const running = spawn(process.execPath, ['-e', `setTimeout(() => process.exit(3), ${ms})`]);
  await new Promise((resolve) => running.once('spawn', resolve));
  const stop = async () => {
    running.kill('SIGKILL');
  };
  return { process: running, stop };
}

async function until(holds: () => boolean, within = 5_000): Promise<void> {
  for (const end = Date.now() + within; !holds(); await sleep(10)) {
    if (Date.now() > end) throw new Error('it did not happen in time');
  }
}

describe('keeping a child running', () => {
  afterEach(async () => {
    await kept?.stop();
    notes.length = 0;
  });

  test('one that is killed is back at once', async () => {
    const lives: Life[] = [];
    const start = async () => {
      lives.push(await child(60_000));
      return lives.at(-1) as Life;
    };
    kept = await keepRunning({ name: 'part', start, note: (text) => notes.push(text) });
    lives[0]?.process.kill('SIGKILL');
    await until(() => lives.length === 2);
    expect(notes.join('\n')).toContain('SIGKILL');
  });

  test('one that keeps ending is given more and more time', async () => {
    const starts: number[] = [];
    const start = () => {
      starts.push(Date.now());
      return child(1);
    };
    kept = await keepRunning({ name: 'part', start, note: (text) => notes.push(text) });
    await until(() => starts.length >= 5, 8_000);
    const pauses = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect(pauses[3]).toBeGreaterThan((pauses[1] ?? 0) + 300);
  });

  test('one that cannot be started again is tried again, and the reason is told', async () => {
    let starts = 0;
    const start = async () => {
      starts += 1;
      if (starts === 2) throw new Error('the port is taken');
      return child(starts === 1 ? 1 : 60_000);
    };
    kept = await keepRunning({ name: 'part', start, note: (text) => notes.push(text) });
    await until(() => starts === 3);
    expect(notes.join('\n')).toContain('the port is taken');
  });

  test('one that was told to stop stays stopped', async () => {
    let starts = 0;
    const start = () => {
      starts += 1;
      return child(60_000);
    };
    kept = await keepRunning({ name: 'part', start, note: (text) => notes.push(text) });
    await kept.stop();
    await sleep(400);
    expect(starts).toBe(1);
    expect(notes).toEqual([]);
  });

  test('one that does not start at all is the caller’s failure', async () => {
    const start = () => Promise.reject(new Error('no such program'));
    await expect(keepRunning({ name: 'part', start, note: () => undefined })).rejects.toThrow(
      'no such program',
    );
  });
});
