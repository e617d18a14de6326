import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Scope } from '@duban/kernel/runtime';
import type { EvaluationDatabase } from './evaluation-database.js';

type Next = (below: number) => number;

const SCRIPT = fileURLToPath(new URL('./follower-process.js', import.meta.url));

const MID_WORK = `SELECT count(*) AS writing FROM pg_stat_activity WHERE datname = current_database()
  AND usename = current_user AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`;
const OVERVIEW: Scope = { tenant: 1, tenants: [], purpose: 'RELAY', actor: null };
const LOOKS = 250;
const LOOK_EVERY_MS = 20;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** For specs: processes that follow at the same time, of which any may be killed at any moment. */
export class Followers {
  kills = 0;
  private readonly running: ChildProcess[] = [];

  constructor(
    private readonly database: EvaluationDatabase,
    private readonly next: Next,
  ) {}

  async start(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.startOne()));
  }

  /**
   * Kills one after another while they write, each at some moment within so many milliseconds or as soon
   * after it as somebody writes, and starts another in its place.
   */
  async kill(count: number, withinMs: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      await pause(this.next(withinMs));
      await this.midWork();
      await end(this.running.splice(this.next(this.running.length), 1)[0] as ChildProcess);
      this.kills += 1;
      await this.startOne();
    }
  }

  /** Waits, not for ever, until something has been written that is not committed. */
  private async midWork(): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks++) {
      const [row] = await this.database.relay.look<{ writing: number }>(OVERVIEW, MID_WORK);
      if (row?.writing) return;
      await pause(LOOK_EVERY_MS);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.running.splice(0).map(end));
  }

  private async startOne(): Promise<void> {
    const { database } = this;
    const args = [SCRIPT, database.url('evaluation', 'app'), database.url('evaluation', 'relay')];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.running.push(child);
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`a follower ended with ${code}`)));
    });
  }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('a follower had ended by itself');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};
