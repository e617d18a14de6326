import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { busiestHour } from '@duban/evaluation/busiest-hour';
import { FollowedCountry } from '@duban/evaluation/followed-country';
import { THE_COUNTRY } from '@duban/evaluation/nation-places';
import { type RunningPostgres, startPostgres } from '@duban/ops/postgres';
import { step } from '@duban/ops/progress';
import pg from 'pg';
import { MUTATIONS_A_CASE } from '../chaos/load/case-life.js';
import { cpuOfServer, ownCpuOf } from './processes.js';
import { ms, Samples, table } from './samples.js';

const OPTIONS = {
  seconds: { type: 'string', default: '30' },
  /** A part of the country's places; the shape stays. */
  share: { type: 'string', default: '1' },
  /** Of the busiest hour's steps a second. */
  times: { type: 'string', default: '1,2,4' },
} as const;
const CASES_A_YEAR = 2_000_000;
const YEAR = 2025;
const WRITES_A_SECOND = 5;
const HELD_SECONDS = 5;
const LOOK_MS = 500;

/**
 * Following alone, at the rate of the country's busiest hour and more: events are written to the logs by
 * bulk, since all services together cannot make so many steps on one machine, and evaluation follows.
 */
export async function peak(): Promise<string> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS });
  const hour = busiestHour(CASES_A_YEAR, MUTATIONS_A_CASE, YEAR);
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-peak-'));
  const server = await startPostgres({ dataDir: join(folder, 'data'), password: 'peak' });
  try {
    const scene = await Scene.on(server, Number(values.share));
    const rows = [];
    for (const times of values.times.split(',').map(Number))
      rows.push(await scene.measure(times, times * hour.stepsASecond, Number(values.seconds)));
    await scene.close();
    return `${told(hour)}\n\n${table([COLUMNS, ...rows])}`;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const told = ({ from, shareOfWeek, stepsASecond }: ReturnType<typeof busiestHour>): string =>
  `The busiest hour of a year of ${CASES_A_YEAR.toLocaleString('en')} cases of ${MUTATIONS_A_CASE} steps has ${stepsASecond.toFixed(0)} steps a second: the week from ${from.slice(5)} has ${(shareOfWeek * 100).toFixed(1)} % of the year.`;

const COLUMNS = [
  'times the busiest hour',
  'steps a second',
  'steps behind: median (min – max)',
  'seconds behind: median (min – max)',
  '95 of 100 within',
  'seconds to catch up',
  'CPU a step, ms: evaluation',
  'PostgreSQL, following and writing',
  'PostgreSQL, writing alone',
];

type Behind = { readonly steps: number; readonly changes: number; readonly seconds: number };

const BEHIND = `
WITH log AS (
  SELECT head.tenant_id, head.position - coalesce(reached.position, 0) AS steps, coalesce(reached.position, 0) AS position
  FROM proposals.event_head head LEFT JOIN evaluation.consumer_cursor reached
    ON reached.tenant_id = head.tenant_id AND reached.source = 'proposals' WHERE head.position > coalesce(reached.position, 0)),
sums AS (
  SELECT member_id, min(reached.position) AS position FROM evaluation.cell_head head
  JOIN evaluation.cell_cursor reached ON reached.member_id = head.tenant_id WHERE head.position > reached.position GROUP BY 1)
SELECT (SELECT coalesce(sum(steps), 0)::int FROM log) AS steps, (SELECT count(*)::int FROM sums) AS changes,
  coalesce(extract(epoch FROM clock_timestamp() - least(
    (SELECT min(recorded_at) FROM log JOIN proposals.event event ON event.tenant_id = log.tenant_id AND event.position = log.position + 1),
    (SELECT min(recorded_at) FROM sums JOIN evaluation.cell_change change ON change.tenant_id = member_id AND change.position = sums.position + 1))), 0)::float8 AS seconds`;

const STANDING = `
SELECT count(*) > 0 AND count(*) + count(DISTINCT ancestor_id) = (SELECT count(*) FROM evaluation.cell_cursor) AS standing
FROM evaluation.locality_edge`;

/** The country's logs, and a process that follows them. */
class Scene {
  private constructor(
    private readonly server: RunningPostgres,
    private readonly country: FollowedCountry,
    private readonly admin: pg.Client,
    private readonly follower: ChildProcess,
  ) {}

  static async on(server: RunningPostgres, share: number): Promise<Scene> {
    const url = new URL(server.adminUrl);
    url.pathname = '/duban';
    const first = new pg.Client({ connectionString: server.adminUrl });
    await first.connect();
    await first.query(`CREATE DATABASE duban TEMPLATE template0 ENCODING 'UTF8'`);
    await first.end();
    const part = (count: number): number => Math.max(THE_COUNTRY.provinces, Math.round(count * share));
    const shape = { ...THE_COUNTRY, cities: part(THE_COUNTRY.cities), counties: part(THE_COUNTRY.counties) };
    const country = await step('登记', 'every place, and cases under way', () =>
      FollowedCountry.on(url.toString(), shape),
    );
    const admin = new pg.Client({ connectionString: url.toString() });
    await admin.connect();
    const { databaseUrl, relayUrl } = country.urls;
    const follower = fork(join(import.meta.dirname, 'follower.js'), [databaseUrl, relayUrl]);
    await once(follower, 'message');
    const scene = new Scene(server, country, admin, follower);
    await step('追上', 'sums of every place, and everything that was there before', async () => {
      while (!(await scene.standing())) await sleep(500);
      await scene.caughtUp();
    });
    await admin.query('VACUUM (ANALYZE)');
    return scene;
  }

  async measure(times: number, rate: number, seconds: number): Promise<string[]> {
    const alone = await this.written(rate);
    const [steps, lag] = [new Samples(), new Samples()];
    const [before, database] = [this.cpu(), cpuOfServer(this.server.pid)];
    const count = await step('写入', `${rate.toFixed(0)} steps a second, followed`, async () => {
      const watching = this.watch(seconds, steps, lag);
      const written = await this.write(rate, seconds);
      await watching;
      return written;
    });
    const [evaluation, postgres] = [this.cpu() - before, cpuOfServer(this.server.pid) - database];
    const begun = performance.now();
    await this.caughtUp();
    return [
      String(times),
      (count / seconds).toFixed(0),
      steps.text,
      lag.text,
      ms(lag.within(0.95)),
      ms((performance.now() - begun) / 1000),
      ms(evaluation / count),
      ms(postgres / count),
      ms(alone),
    ];
  }

  /** What writing costs the database, a step, while nobody follows. */
  private async written(rate: number): Promise<number> {
    this.follower.kill('SIGSTOP');
    const before = cpuOfServer(this.server.pid);
    const count = await this.write(rate, HELD_SECONDS);
    const cost = (cpuOfServer(this.server.pid) - before) / count;
    this.follower.kill('SIGCONT');
    await this.caughtUp();
    return cost;
  }

  /** In small portions, evenly; when the machine cannot, as fast as it can. */
  private async write(rate: number, seconds: number): Promise<number> {
    const begun = performance.now();
    let count = 0;
    for (let portion = 1; performance.now() - begun < seconds * 1000; portion++) {
      const due = Math.round((portion * rate) / WRITES_A_SECOND) - count;
      await this.country.happen(due);
      count += due;
      await sleep(Math.max(0, (portion * 1000) / WRITES_A_SECOND - (performance.now() - begun)));
    }
    return count;
  }

  private async watch(seconds: number, steps: Samples, lag: Samples): Promise<void> {
    for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(LOOK_MS)) {
      const behind = await this.behind();
      steps.add(behind.steps);
      lag.add(behind.seconds);
    }
  }

  private async behind(): Promise<Behind> {
    const { rows } = await this.admin.query<Behind>(BEHIND);
    return rows[0] as Behind;
  }

  /** Whether every view has all of its members: before that it has more to do than to follow. */
  private async standing(): Promise<boolean> {
    const { rows } = await this.admin.query<{ standing: boolean }>(STANDING);
    return rows[0]?.standing === true;
  }

  private async caughtUp(): Promise<void> {
    for (let now = await this.behind(); now.steps + now.changes > 0; now = await this.behind())
      await sleep(50);
  }

  private cpu = (): number => ownCpuOf(this.follower.pid as number);

  async close(): Promise<void> {
    this.follower.disconnect();
    await once(this.follower, 'exit');
    await this.admin.end();
    await this.country.close();
  }
}
