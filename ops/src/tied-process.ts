import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Account, becomeAccount, setprivPath } from './postgres-account.js';

export type TiedOptions = {
  readonly env: NodeJS.ProcessEnv;
  readonly stdio: StdioOptions;
  readonly cwd?: string;
  /** The signal the child gets when this process dies, however it dies. */
  readonly deathSignal: 'KILL' | 'INT';
  readonly account?: Account | null;
  /** Files the account has to reach. */
  readonly paths?: readonly string[];
};

/**
 * Starts a process that cannot outlive this one. It leads a process group of its own, so that Ctrl-C
 * in the terminal reaches only the parent, which then stops everything in order.
 */
export function spawnTied(command: string, args: readonly string[], options: TiedOptions): ChildProcess {
  const { env, stdio, cwd } = options;
  if (!setprivPath) return spawn(command, [...args], { env, stdio, cwd, detached: true, ...userOf(options) });
  const tie = [
    `--pdeathsig=${options.deathSignal}`,
    ...becomeAccount(options.account ?? null, options.paths ?? []),
  ];
  return spawn(setprivPath, [...tie, command, ...args], { env, stdio, cwd, detached: true });
}

/** For commands that know nothing of this project: without setpriv, a guardian watches in its place. */
export function spawnGuarded(command: string, args: readonly string[], options: TiedOptions): ChildProcess {
  if (setprivPath) return spawnTied(command, args, options);
  const guardian = fileURLToPath(new URL('guardian.js', import.meta.url));
  const stdio = Array.isArray(options.stdio) ? [...options.stdio, 'ipc' as const] : options.stdio;
  return spawnTied(process.execPath, [guardian, command, ...args], { ...options, stdio });
}

function userOf({ account }: TiedOptions): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
