import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { step } from '@duban/ops/progress';
import { Accounts } from '../kit/accounts.js';
import { freePort } from '../kit/deployment.js';
import { Person } from '../kit/person.js';
import { makePlaces } from '../kit/places.js';
import { type Started, startPlatform, until } from '../start-up/started-platform.js';
import { ms, Samples, table } from './samples.js';

const CROWDS = [1, 400, 3_000];
const STARTS = 3;
const REQUESTS = 200;
/** The county that is asked about, and how many cases it is given. */
const COUNTY = '901001';
const CASES = 40;
const QUERY = `query ($code: String!) { locality(code: $code) { name process { version }
  proposals(first: 20) { totalCount nodes { title phase leadProposer { person { name } } } } } }`;
const DRAFT = {
  kind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  body: '路面破损。',
};

/** The same installation with more and more localities that have nothing to do with the question. */
export async function manyLocalities(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-crowd-'));
  const crowds = CROWDS.map((crowd) => new Crowd(folder, crowd));
  try {
    for (const crowd of crowds)
      await step('首次启动', `${crowd.size} localities, first start`, () => crowd.start());
    for (const crowd of crowds) await crowd.stop();
    for (let n = 0; n < STARTS; n++) for (const crowd of crowds) await crowd.startAgain();
    for (const crowd of crowds) await crowd.start();
    await step('查询', 'the same query in turns', () => askInTurns(crowds));
    return report(crowds);
  } finally {
    for (const crowd of crowds) await crowd.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askInTurns(crowds: readonly Crowd[]): Promise<void> {
  for (const crowd of crowds) await crowd.prepare();
  const answers = await Promise.all(crowds.map((crowd) => crowd.ask()));
  if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1)
    throw new Error(`the answers differ: ${JSON.stringify(answers)}`);
  for (let n = 0; n < 30; n++) for (const crowd of crowds) await crowd.ask();
  for (let n = 0; n < REQUESTS; n++) for (const crowd of crowds) await crowd.samples.time(() => crowd.ask());
}

function report(crowds: readonly Crowd[]): string {
  const [alone] = crowds as [Crowd];
  return table([
    [
      'localities beside',
      'first start, s',
      'later start, s (of three)',
      'ratio',
      'query, ms: 95 of 100 within',
      'median',
      'ratio of the 95',
    ],
    ...crowds.map((crowd) => [
      String(crowd.size),
      crowd.firstStart.toFixed(1),
      crowd.laterStarts.median.toFixed(1),
      (crowd.laterStarts.median / alone.laterStarts.median).toFixed(2),
      ms(crowd.samples.within(0.95)),
      ms(crowd.samples.median),
      (crowd.samples.within(0.95) / alone.samples.within(0.95)).toFixed(2),
    ]),
  ]);
}

/** An installation with one county of people and a crowd of others. */
class Crowd {
  readonly samples = new Samples();
  readonly laterStarts = new Samples();
  firstStart = 0;
  #started: Started | null = null;
  #person: Person | null = null;
  readonly #localities: string;
  readonly #data: string;
  #port = 0;

  constructor(
    folder: string,
    readonly size: number,
  ) {
    const own = join(folder, String(size));
    this.#localities = makePlaces(own, { counties: 1, crowd: size });
    this.#data = join(own, 'data');
  }

  async start(): Promise<void> {
    this.#port = await freePort();
    const env = {
      DUBAN_DATA: this.#data,
      DUBAN_LOCALITIES: this.#localities,
      PORT: String(this.#port),
      DATABASE_URL: '',
    };
    this.#started = startPlatform(env);
    const started = this.#started;
    await until('ready', () => started.output().includes('Duban is ready'), 1_800_000);
    const seconds = Number(/Duban is ready.*?([\d.]+) s/.exec(started.output())?.[1]);
    if (this.firstStart === 0) this.firstStart = seconds;
    else this.laterStarts.add(seconds);
  }

  async startAgain(): Promise<void> {
    await step('再次启动', `${this.size} localities, a later start`, () => this.start());
    await this.stop();
  }

  /** A deputy drafts some cases, once. */
  async prepare(): Promise<void> {
    const token = await new Accounts(this.#localities, this.#data).tokenOf(`${COUNTY}.deputy`);
    this.#person = new Person(`http://127.0.0.1:${this.#port}`, `${COUNTY}.deputy`, token);
    for (let n = 0; n < CASES; n++)
      await this.#person.do('draftProposal', { ...DRAFT, title: `关于第${n}条路的建议` }, 'proposal { id }');
  }

  async ask(): Promise<unknown> {
    return this.#person?.get(QUERY, { code: COUNTY });
  }

  async stop(): Promise<void> {
    this.#started?.child.kill('SIGTERM');
    await this.#started?.ended;
    this.#started = null;
  }
}
