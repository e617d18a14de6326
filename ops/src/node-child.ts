import type { ChildProcess } from 'node:child_process';
import { createWriteStream, renameSync, statSync, type WriteStream } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.js';
import type { Life } from './keep-running.js';
import { dataFolder, repository } from './paths.js';
import { spawnTied } from './tied-process.js';

export type NodeChild = {
  readonly name: string;
  readonly entryPoint: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** A line worth showing: how far the child is, a warning, an error. */
  readonly note: (text: string) => void;
  /** Aborted when everything is to stop: waiting for readiness ends. */
  readonly stopping: AbortSignal;
  /** Of all that start together: the gateway waits for services that have much to load. */
  readonly signs: SignsOfLife;
};

/** When one of them last began, told how far it is, or was ready. */
export type SignsOfLife = { last: number };

/** How long nothing may be heard before a child is ready; one with much to load tells how far it is. */
const SILENT_FOR = 150_000;
const PROGRESS = /"progress":/;
const DRAIN_WITHIN = 12_000;
const LARGEST_LOG = 20 * 1024 * 1024;
const tie = new URL('child-tie.js', import.meta.url).href;

/** Starts a process of the platform and waits until `/readyz` says yes. */
export async function startNodeChild(child: NodeChild): Promise<Life> {
  const { env, entryPoint } = child;
  child.stopping.throwIfAborted();
  const running = spawnTied(process.execPath, [`--import=${tie}`, entryPoint], {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    cwd: repository,
    deathSignal: 'KILL',
  });
  const lastLines = keepLog(child, running);
  const life = { process: running, stop: () => stopNodeChild(running) };
  if (await untilReady(child, running)) return life;
  await life.stop();
  throw notReady(child, lastLines());
}

/** The environment of the person who started this, without what belongs to the supervisor alone. */
function inherited(): NodeJS.ProcessEnv {
  const { DATABASE_URL, PORT, ...rest } = process.env;
  return rest;
}

async function untilReady({ port, stopping, signs }: NodeChild, child: ChildProcess): Promise<boolean> {
  const hear = () => {
    signs.last = Date.now();
  };
  hear();
  let ended = false;
  child.stdout?.on('data', (chunk) => {
    if (PROGRESS.test(String(chunk))) hear();
  });
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  while (!ended && !stopping.aborted && Date.now() < signs.last + SILENT_FOR) {
    if (await isReady(port)) {
      hear();
      return !ended;
    }
    await sleep(100);
  }
  return false;
}

/** Asked many times while five processes want the processor: plain http costs a tenth of fetch. */
function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = get(
      { host: '127.0.0.1', port, path: '/readyz', agent: false, timeout: 2_000 },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
    asking.once('error', () => resolve(false)).once('timeout', () => asking.destroy());
  });
}

async function stopNodeChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(DRAIN_WITHIN, undefined, { ref: false })]);
  child.kill('SIGKILL');
  await gone;
}

/** Everything a child says goes to `.data/logs/<name>.log`; returns a way to see the last lines. */
function keepLog({ name, note }: NodeChild, child: ChildProcess): () => string[] {
  const file = join(dataFolder, 'logs', `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.1`);
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const last: string[] = [];
  const read = (stream: Readable | null, take: (line: string) => void) => {
    if (stream) createInterface({ input: stream }).on('line', (line) => take(keep(log, last, line)));
  };
  read(child.stdout, (line) => echoNotable(name, line, note));
  read(child.stderr, () => undefined);
  child.once('close', () => log.end());
  return () => last;
}

function keep(log: WriteStream, last: string[], line: string): string {
  log.write(`${line}\n`);
  last.push(line);
  if (last.length > 30) last.shift();
  return line;
}

function echoNotable(name: string, line: string, note: (text: string) => void): void {
  if (/"level":"?(warn|error|fatal|[456]0)\b/.test(line)) note(`! ${name}: ${shortMessage(line)}`);
  else if (PROGRESS.test(line)) note(`… ${name}: ${shortMessage(line)}`);
}

function shortMessage(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return [msg, err?.message].filter(Boolean).join(' - ').slice(0, 200) || line.slice(0, 200);
  } catch {
    return line.slice(0, 200);
  }
}

/** Not a stack's inner frames: they fill the screen and stand in the log. */
const isTelling = (line: string): boolean => line.trim() !== '' && !/^\s+at |^node:internal/.test(line);

function notReady({ name, port }: NodeChild, lines: readonly string[]): Failure {
  const told = lines.filter(isTelling).slice(-8).map(shortMessage).join('\n    ');
  return new Failure(
    `${name}(端口 ${port})未能启动,日志见 .data/logs/${name}.log。最后几行:\n    ${told}`,
    `${name} (port ${port}) did not start; its log is .data/logs/${name}.log, its last lines are above.`,
  );
}
