import { NATION, type Nation, type NationPlace, statementOverFacts } from '@duban/evaluation/nation';
import { encodeLocalityId } from '@duban/kernel';
import { step } from '@duban/ops/progress';
import type { Client } from 'pg';
import { cpuOfServer } from './processes.js';
import { ms, Samples, table } from './samples.js';

const METRICS = [
  'HANDED_OVER_COUNT',
  'REPLY_RATE',
  'COMPLETION_RATE',
  'SOLVED_RATE',
  'ON_TIME_RATE',
  'SATISFACTION_INCLUSIVE',
  'REHANDLING_RATE',
] as const;
const ROUNDS = 60;
/** A source that is slow is not asked for longer than this. */
const MOST_MS = 15_000;

type Numbers = Readonly<Record<string, readonly number[]>>;
type Source = { readonly name: string; readonly ask: () => Promise<Numbers> };
type Question = {
  readonly name: string;
  readonly root: number;
  readonly level: 'PROVINCE' | 'COUNTY' | null;
  readonly years: readonly number[];
  readonly byYear: boolean;
};

/** Each question to the subgraph, to a GROUP BY over the facts and to a materialised view, in turns. */
export async function measureNation(country: Nation, admin: Client, server: number): Promise<string> {
  const refreshed = await step('物化视图', 'materialised view', () => makeView(admin));
  const rows = [
    [
      'seven metrics of',
      'asked of',
      'time in ms, median (min – max)',
      '95 of 100 within',
      'CPU in ms: subgraph',
      'PostgreSQL',
    ],
  ];
  for (const question of questionsOf(country)) {
    const sources = sourcesOf(country, admin, question);
    rows.push(...(await step('比较', question.name, () => measured(question, sources, server))));
  }
  return `${table(rows)}\n\nThe materialised view is made in ${refreshed} s, each time anew.`;
}

async function makeView(admin: Client): Promise<string> {
  const begun = performance.now();
  await admin.query('DROP MATERIALIZED VIEW IF EXISTS nation_by_hand');
  await admin.query(`CREATE MATERIALIZED VIEW nation_by_hand AS ${statementOverFacts(METRICS)}`);
  await admin.query('CREATE INDEX ON nation_by_hand (tenant, k0)');
  await admin.query('ANALYZE nation_by_hand');
  return ((performance.now() - begun) / 1000).toFixed(1);
}

function questionsOf({ places, years }: Nation): Question[] {
  const first = (level: string): NationPlace => places.find((place) => place.level === level) as NationPlace;
  const year = [years.at(-1) as number];
  const one = { level: null, years: year, byYear: false } as const;
  const provinces = { root: NATION, level: 'PROVINCE', years: year, byYear: false } as const;
  return [
    { name: 'the nation by province', ...provinces },
    {
      name: 'a province by county and year',
      root: first('PROVINCE').number,
      level: 'COUNTY',
      years,
      byYear: true,
    },
    { name: 'a city', root: first('CITY').number, ...one },
    { name: 'a county', root: first('COUNTY').number, ...one },
  ];
}

function sourcesOf(country: Nation, admin: Client, question: Question): Source[] {
  const facts = statementOverFacts(METRICS).replace(
    /tenant_id <> \d+/,
    'tenant_id = ANY($1::int[]) AND year = ANY($3::int[])',
  );
  const view = 'SELECT * FROM nation_by_hand WHERE tenant = ANY($1::int[]) AND k0 = ANY($3::int[]::text[])';
  return [
    { name: 'the subgraph', ask: () => fromSubgraph(country, question, 'AS_IT_IS') },
    { name: 'GROUP BY over facts', ask: () => byHand(country, admin, question, facts) },
    { name: 'a materialised view', ask: () => byHand(country, admin, question, view) },
  ];
}

async function fromSubgraph(
  country: Nation,
  { root, level, years, byYear }: Question,
  tree: string,
): Promise<Numbers> {
  const filter = `filter: { years: [${years}], tree: ${tree} }`;
  const metrics = METRICS.map((name) => `${name}: metric(name: ${name}) { numerator denominator }`).join(' ');
  const rollup = `rollup(by: [${level}${byYear ? ', YEAR' : ''}], metrics: [${METRICS}], first: 1000) { nodes { locality { id } year numerators denominators } }`;
  const { data, errors } = await country.ask(root, `figures(${filter}) { ${level ? rollup : metrics} }`);
  if (errors) throw new Error(JSON.stringify(errors));
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked
  const { figures } = (data as any)._entities[0];
  if (!level) {
    const sides = METRICS.flatMap((name) => [figures[name].numerator, figures[name].denominator ?? 0]);
    return { [`${encodeLocalityId(root)} null`]: sides };
  }
  return Object.fromEntries(
    figures.rollup.nodes.flatMap(
      (row: {
        locality: { id: string };
        year: number | null;
        numerators: number[];
        denominators: (number | null)[];
      }) => {
        const sides = row.numerators.flatMap((numerator, at) => [numerator, row.denominators[at] ?? 0]);
        return sides.some(Boolean) ? [[`${row.locality.id} ${row.year}`, sides]] : [];
      },
    ),
  );
}

async function byHand(
  { places }: Nation,
  admin: Client,
  { root, level, years, byYear }: Question,
  source: string,
): Promise<Numbers> {
  const levelOf = new Map(places.map((place) => [place.number, place.level]));
  const members = places.filter(({ number, ancestors }) => number === root || ancestors.includes(root));
  const rowOf = ({ number, ancestors }: NationPlace): number =>
    level === null ? root : ([number, ...ancestors].find((each) => levelOf.get(each) === level) ?? number);
  const sums = METRICS.flatMap((_name, at) => [`sum(n${at})::int`, `sum(d${at})::int`]);
  const { rows } = await admin.query<{ place: number; year: string | null; sides: number[] }>(
    `SELECT place.row AS place, ${byYear ? 'k0' : 'NULL'} AS year, ARRAY[${sums.join(', ')}] AS sides
     FROM (${source}) counted JOIN unnest($1::int[], $2::int[]) AS place (member, row) ON place.member = counted.tenant
     GROUP BY 1, 2`,
    [members.map(({ number }) => number), members.map(rowOf), years],
  );
  return Object.fromEntries(
    rows.flatMap(({ place, year, sides }) =>
      sides.some(Boolean) ? [[`${encodeLocalityId(place)} ${year}`, sides]] : [],
    ),
  );
}

async function measured({ name }: Question, sources: readonly Source[], server: number): Promise<string[][]> {
  const answers = [];
  for (const { ask } of sources) answers.push(sorted(await ask()));
  for (const [at, answer] of answers.entries())
    if (answer !== answers[0]) throw new Error(`${name}: ${sources[at]?.name} answers otherwise`);
  const samples = sources.map(() => new Samples());
  const spent = sources.map(() => 0);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, { ask }] of sources.entries()) {
      if ((spent[at] ?? 0) > MOST_MS) continue;
      const begun = performance.now();
      await samples[at]?.time(ask);
      spent[at] = (spent[at] ?? 0) + performance.now() - begun;
    }
  const rows: string[][] = [];
  for (const [at, { name: source, ask }] of sources.entries()) {
    const own = samples[at] as Samples;
    const [node, postgres] = await cpuOf(
      ask,
      server,
      Math.max(3, Math.min(50, Math.round(3_000 / own.median))),
    );
    rows.push([name, source, own.text, ms(own.within(0.95)), ms(node), ms(postgres)]);
  }
  return rows;
}

const sorted = (numbers: Numbers): string =>
  JSON.stringify(Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Processor time of one request, of this process and of the server. */
async function cpuOf(ask: () => Promise<unknown>, server: number, times: number): Promise<[number, number]> {
  const [before, postgres] = [process.cpuUsage(), cpuOfServer(server)];
  for (let n = 0; n < times; n++) await ask();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000 / times, (cpuOfServer(server) - postgres) / times];
}
