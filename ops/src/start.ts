import { performance } from 'node:perf_hooks';
import { type Failure, reportFailure } from './failure.js';
import { releaseInstanceLock, takeInstanceLock } from './instance-lock.js';
import { makeDataFolder } from './paths.js';
import { Platform } from './platform.js';
import { gatewayPort } from './ports.js';
import { note } from './progress.js';
import { welcome } from './welcome.js';

/* `npm start`: everything on this machine, each part in its own process, watched until it is told to stop. */

const platform = new Platform(note);
let stopping: Promise<void> | null = null;

async function stop(reason: string, code: number): Promise<void> {
  if (stopping) return stopping;
  note(`\n  正在停止 stopping (${reason}) …`);
  stopping = platform.stop();
  await stopping;
  releaseInstanceLock();
  process.exit(code);
}

/** Ctrl-C reaches this process once from the terminal and once through npm; only a later one is impatience. */
function onSignal(signal: NodeJS.Signals): void {
  const asked = performance.now();
  if (stopping && asked - firstAsked > 2_000) process.exit(130);
  if (!stopping) firstAsked = asked;
  void stop(signal, signal === 'SIGINT' ? 130 : 143);
}
let firstAsked = 0;

/**
 * npm killed outright cannot pass a signal on; a change of parent says that it is gone. Whoever kills
 * like that wants everything gone at once: the children are tied to this process and go with it.
 */
function followParent(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) process.exit(1);
  }, 250).unref();
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  followParent();
  makeDataFolder();
  const port = gatewayPort();
  takeInstanceLock(port);
  const running = await platform.start(port);
  process.stdout.write(welcome(running, performance.now() / 1000));
}

await main().catch(async (error: Failure) => {
  if (stopping) return;
  reportFailure(error);
  await platform.stop();
  releaseInstanceLock();
  process.exit(1);
});
