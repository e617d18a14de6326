import { type Nation, statementOverFacts } from '@duban/evaluation/nation';
import { note, step } from '@duban/ops/progress';
import type { Client } from 'pg';
import { HOW_TO_GET_IT, openDuck } from './duck.js';
import {
  figuresText,
  METRICS,
  type Numbers,
  numbersIn,
  numbersOf,
  type Question,
  questionsOf,
  statementOf,
} from './nation-asked.js';
import { cpuOfServer } from './processes.js';
import { ms, Samples, table } from './samples.js';

const ROUNDS = 200;
const WARM_UP = 20;
/** A source that is slow is not asked for longer than this. */
const MOST_MS = 20_000;

/** One who can be asked; `rows` for what answers in rows. */
export type Source = { readonly name: string; readonly ask: () => Promise<Numbers> };
type Timed = Source & { readonly samples: Samples };

/** Each question to the subgraph, to a GROUP BY over the facts, to a materialised view and to DuckDB, in turns. */
export async function measureNation(
  country: Nation,
  folder: string,
  admin: Client,
  server: number,
): Promise<string> {
  const refreshed = await step('物化视图', 'materialised view', () => makeView(admin));
  const duck = await openDuck(folder, admin);
  if (!duck) note(`DuckDB is not installed and left out: ${HOW_TO_GET_IT}`);
  const rows = [HEADINGS];
  for (const question of questionsOf(country)) {
    const ask = async (statement: string) => numbersOf((await admin.query(statement)).rows);
    const [overFacts, overView] = [statementOf(country, question), statementOf(country, question, VIEW)];
    const sources: Source[] = [
      { name: 'the subgraph', ask: () => fromSubgraph(country, question) },
      { name: 'the subgraph, with freshness and proof', ask: () => fromSubgraph(country, question, true) },
      { name: 'GROUP BY over facts', ask: () => ask(overFacts) },
      { name: 'a materialised view', ask: () => ask(overView) },
    ];
    if (duck) {
      const inDuck = async () => numbersOf((await duck.runAndReadAll(overFacts)).getRowObjectsJson());
      sources.push({ name: 'DuckDB over the same facts', ask: inDuck });
    }
    const timed = await step('比较', question.name, () => inTurns(question, sources));
    for (const one of timed) rows.push(await rowOf(question, one, timed, (ask, n) => cpuOf(ask, server, n)));
  }
  duck?.closeSync();
  return `${table(rows)}\n\nThe materialised view is made in ${refreshed} s, each time anew.`;
}

export const HEADINGS = [
  'seven metrics of',
  'asked of',
  'times',
  'time in ms, median (min – max)',
  '95 of 100 within',
  'CPU in ms: this process',
  'PostgreSQL',
  'GROUP BY takes',
];

const VIEW = 'nation_by_hand';

async function makeView(admin: Client): Promise<string> {
  const begun = performance.now();
  await admin.query(`DROP MATERIALIZED VIEW IF EXISTS ${VIEW}`);
  await admin.query(`CREATE MATERIALIZED VIEW ${VIEW} AS ${statementOverFacts(METRICS)}`);
  await admin.query(`CREATE INDEX ON ${VIEW} (tenant, k0)`);
  await admin.query(`ANALYZE ${VIEW}`);
  return ((performance.now() - begun) / 1000).toFixed(1);
}

async function fromSubgraph(country: Nation, question: Question, proven = false): Promise<Numbers> {
  const { data, errors } = await country.ask(question.root.number, figuresText(question, proven));
  if (errors) throw new Error(JSON.stringify(errors));
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked
  return numbersIn((data as any)._entities[0].figures, question);
}

/** Asked by turns once all have answered the same. */
export async function inTurns({ name }: Question, sources: readonly Source[]): Promise<Timed[]> {
  const answers: string[] = [];
  for (const { ask } of sources) answers.push(sorted(await ask()));
  for (const [at, answer] of answers.entries())
    if (answer !== answers[0])
      throw new Error(`${name}: ${sources[at]?.name} answers otherwise\n${answers[0]}\n${answer}`);
  const timed = sources.map((source) => ({ ...source, samples: new Samples(), spent: 0 }));
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const one of timed) {
      if (one.spent > MOST_MS) continue;
      const begun = performance.now();
      await one.ask();
      const passed = performance.now() - begun;
      one.spent += passed;
      if (round >= 0 || passed > 1_000) one.samples.add(passed);
    }
  return timed;
}

type Cost = (ask: () => Promise<unknown>, times: number) => Promise<readonly number[]>;

export async function rowOf(
  { name }: Question,
  { name: source, ask, samples }: Timed,
  all: readonly Timed[],
  cost: Cost,
): Promise<string[]> {
  const slow = all.find((one) => one.name.startsWith('GROUP BY'))?.samples.median;
  const parts = await cost(ask, Math.max(3, Math.min(100, Math.round(3_000 / samples.median))));
  const times = slow === undefined ? [] : [`${(slow / samples.median).toFixed(0)} times as long`];
  const head = [name, source, String(samples.count), samples.text, ms(samples.within(0.95))];
  return [...head, ...parts.map(ms), ...times];
}

const sorted = (numbers: Numbers): string =>
  JSON.stringify(Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Processor time of one request, of this process and of the server. */
async function cpuOf(ask: () => Promise<unknown>, server: number, times: number): Promise<number[]> {
  const [before, postgres] = [process.cpuUsage(), cpuOfServer(server)];
  for (let n = 0; n < times; n++) await ask();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000 / times, (cpuOfServer(server) - postgres) / times];
}
