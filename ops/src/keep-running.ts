import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** One life of a child: the process, and how to end it in order. */
export type Life = { readonly process: ChildProcess; stop(): Promise<void> };

export type Kept = {
  /** Ends it and does not start it again. */
  stop(): Promise<void>;
};

export type KeepOptions = {
  readonly name: string;
  /** Starts it and resolves once it does its work; rejects when it ended before that. */
  start(): Promise<Life>;
  note(text: string): void;
};

const SHORT_LIFE = 10_000;

/**
 * Starts a child and starts it again whenever it ends unasked: at once the first time, then with
 * growing pauses (up to 5 s) as long as it keeps ending within seconds.
 */
export async function keepRunning({ name, start, note }: KeepOptions): Promise<Kept> {
  const first = await start();
  const state = { stopping: false, life: first as Life | null };

  const watch = async () => {
    let failures = 0;
    while (!state.stopping) {
      const began = Date.now();
      await ended(state.life);
      if (state.stopping) return;
      const gone = Date.now();
      failures = gone - began < SHORT_LIFE ? failures + 1 : 1;
      if (state.life) note(`! ${name}: ${howItEnded(state.life)},正在重新启动 restarting`);
      await sleep(pauseAfter(failures), undefined, { ref: false });
      state.life = state.stopping
        ? null
        : await start().catch((error) => (state.stopping ? null : complain(name, error, note)));
      if (state.life && !state.stopping) note(`✓ ${name}: 已恢复 back (${Date.now() - gone} ms)`);
    }
  };
  const watching = watch();
  return {
    async stop() {
      state.stopping = true;
      await state.life?.stop();
      await Promise.race([watching, sleep(1_000, undefined, { ref: false })]);
      await state.life?.stop();
    },
  };
}

const pauseAfter = (failures: number): number =>
  failures <= 1 ? 0 : Math.min(5_000, 250 * 2 ** (failures - 2));

function ended(life: Life | null): Promise<void> {
  if (!life || life.process.exitCode !== null || life.process.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => life.process.once('exit', () => resolve()));
}

const howItEnded = ({ process: { exitCode, signalCode } }: Life): string => {
  return signalCode ? `被 ${signalCode} 终止 killed` : `已退出 ended (${exitCode ?? '?'})`;
};

function complain(name: string, error: unknown, note: (text: string) => void): null {
  note(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  return null;
}
