import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.js';

/** Which operating-system account PostgreSQL runs as, and how a command is started as it. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string };

/** PostgreSQL refuses root, so root lends it an account that exists already. Null: run as oneself. */
export function accountFor(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = listAccounts();
  const owner = ownerOf(dataDir);
  const wanted = owner ? accounts.filter((account) => account.uid === owner) : preferred(accounts);
  if (wanted[0]) return wanted[0];
  throw new Failure(
    `以 root 运行时,PostgreSQL 需要一个普通系统账户(如 postgres 或 nobody),本机没有可用的账户${owner ? `(数据目录 ${dataDir} 属于 uid ${owner})` : ''}。`,
    `PostgreSQL refuses to run as root and needs an ordinary account such as postgres or nobody; none fits${owner ? ` (data directory ${dataDir} belongs to uid ${owner})` : ''}.`,
  );
}

const preferred = (accounts: Account[]): Account[] => [
  ...['postgres', 'nobody', 'daemon'].flatMap((name) => accounts.filter((account) => account.name === name)),
  ...accounts,
];

function ownerOf(path: string): number | null {
  const uid = statSync(path, { throwIfNoEntry: false })?.uid ?? 0;
  return uid === 0 ? null : uid;
}

function listAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid > 0);
}

/** `setpriv` (util-linux) ties a child's life to its parent's in the kernel; null where it is missing or too small. */
export const setprivPath = ((): string | null => {
  if (process.platform !== 'linux') return null;
  try {
    const help = execFileSync('setpriv', ['--help'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return help.includes('--pdeathsig') && help.includes('--ambient-caps') ? 'setpriv' : null;
  } catch {
    return null;
  }
})();

/** `setpriv` arguments that give up root for `account`, keeping only the right to reach `paths`. */
export function becomeAccount(account: Account | null, paths: readonly string[]): string[] {
  if (!account || !setprivPath) return [];
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const runnable = paths.every((path) => permits(account, path));
  if (runnable && paths.every((path) => reachableBy(account, path))) return identity;
  // A folder such as /root shuts others out. Reading and searching past it is all that is missing (the
  // data directory itself belongs to the account), unless the programs were installed for root alone.
  const capability = ownCapability(runnable ? ['dac_read_search', 'dac_override'] : ['dac_override']);
  if (capability) return [...identity, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  throw unreachable(account, paths);
}

/** Without setpriv there is no way past a closed folder: said before anything starts. */
export function assertReachable(account: Account | null, paths: readonly string[]): void {
  if (account && !setprivPath && !paths.every((path) => reachableBy(account, path))) {
    throw unreachable(account, paths);
  }
}

const unreachable = (account: Account, paths: readonly string[]): Failure =>
  new Failure(
    `系统账户 ${account.name} 无法进入目录 ${paths.join('、')} 的上级目录。请把本项目移到该账户可进入的目录,或改用普通用户运行,或设置 DATABASE_URL。`,
    `Account ${account.name} cannot enter the folders above ${paths.join(', ')}. Move the project, run as an ordinary user, or set DATABASE_URL.`,
  );

/** True when every folder above `path` may be entered by the account. */
function reachableBy(account: Account, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!permits(account, folder)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The execute bit that counts for the account: running a program, entering a folder. */
function permits(account: Account, path: string): boolean {
  const stat = statSync(path);
  const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0;
}

const CAPABILITY_BITS: Record<string, bigint> = { dac_override: 1n, dac_read_search: 2n };

function ownCapability(names: readonly string[]): string | undefined {
  const status = readFileSync('/proc/self/status', 'utf8');
  const set = (label: string): bigint =>
    BigInt(`0x${new RegExp(`^${label}:\\s*([0-9a-f]+)$`, 'm').exec(status)?.[1] ?? '0'}`);
  const held = set('CapPrm') & set('CapBnd');
  return names.find((name) => (held >> (CAPABILITY_BITS[name] ?? 63n)) & 1n);
}
