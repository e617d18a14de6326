import { type Nation, type NationPlace, statementOverFacts } from '@duban/evaluation/nation';
import { encodeLocalityId } from '@duban/kernel';

export const METRICS = [
  'HANDED_OVER_COUNT',
  'REPLY_RATE',
  'COMPLETION_RATE',
  'SOLVED_RATE',
  'ON_TIME_RATE',
  'SATISFACTION_INCLUSIVE',
  'REHANDLING_RATE',
] as const;

/** Numerators and denominators by place and year; rows of nothing are left out. */
export type Numbers = Readonly<Record<string, readonly number[]>>;

export type Question = {
  readonly name: string;
  readonly root: NationPlace;
  readonly level: 'PROVINCE' | 'COUNTY' | null;
  readonly years: readonly number[];
};

/** What a nation, a province, a city and a county ask every day; of several years, year by year. */
export function questionsOf({ places, years }: Nation): Question[] {
  const first = (level: string): NationPlace => places.find((place) => place.level === level) as NationPlace;
  const year = [years.at(-1) as number];
  return [
    { name: 'the nation by province', root: first('NATION'), level: 'PROVINCE', years: year },
    { name: 'a province by county and year', root: first('PROVINCE'), level: 'COUNTY', years },
    { name: 'a city', root: first('CITY'), level: null, years: year },
    { name: 'a county', root: first('COUNTY'), level: null, years: year },
  ];
}

const FRESH_AND_PROVEN = 'freshness { secondsBehind } proof { equal checkedAt members }';

/** The selection on a locality; with how fresh and how proven it is, when that is asked as well. */
export function figuresText({ level, years }: Question, proven = false): string {
  const by = `${level}${years.length > 1 ? ', YEAR' : ''}`;
  const asked = level
    ? `rollup(by: [${by}], metrics: [${METRICS}], first: 1000) { nodes { locality { id } year numerators denominators } }`
    : METRICS.map((name) => `${name}: metric(name: ${name}) { numerator denominator }`).join(' ');
  return `figures(filter: { years: [${years}] }) { ${asked} ${proven ? FRESH_AND_PROVEN : ''} }`;
}

type Row = {
  readonly locality: { readonly id: string };
  readonly year: number | null;
  readonly numerators: readonly number[];
  readonly denominators: readonly (number | null)[];
};

/** What is answered, in numbers. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked
export function numbersIn(figures: any, { root, level }: Question): Numbers {
  const rows: Row[] = level ? figures.rollup.nodes : [rowOf(figures, root)];
  return Object.fromEntries(
    rows.flatMap(({ locality, year, numerators, denominators }) => {
      const sides = numerators.flatMap((numerator, at) => [numerator, denominators[at] ?? 0]);
      return sides.some(Boolean) ? [[`${locality.id} ${year}`, sides]] : [];
    }),
  );
}

const rowOf = (
  figures: Record<string, { numerator: number; denominator: number | null }>,
  { number }: NationPlace,
): Row => ({
  locality: { id: encodeLocalityId(number) },
  year: null,
  numerators: METRICS.map((name) => figures[name]?.numerator ?? 0),
  denominators: METRICS.map((name) => figures[name]?.denominator ?? 0),
});

/** A statement that counts the same, for any database; `view` names a table with the numbers of each locality and year. */
export function statementOf({ places }: Nation, { root, level, years }: Question, view?: string): string {
  const levelOf = new Map(places.map((place) => [place.number, place.level]));
  const members = places.filter(
    ({ number, ancestors }) => number === root.number || ancestors.includes(root.number),
  );
  const shownAt = ({ number, ancestors }: NationPlace): number =>
    level === null
      ? root.number
      : ([number, ...ancestors].find((each) => levelOf.get(each) === level) ?? number);
  const all = members.map(({ number }) => number).join();
  const wanted = members.length === places.length ? 'tenant_id <> 0' : `tenant_id IN (${all})`;
  const source = view
    ? `SELECT * FROM ${view} WHERE ${wanted.replace('tenant_id', 'tenant')} AND k0 IN (${years.map((year) => `'${year}'`)})`
    : statementOverFacts(METRICS).replace(/tenant_id <> \d+/, `$& AND ${wanted} AND year IN (${years})`);
  const sums = METRICS.flatMap((_name, at) => [`sum(n${at}) AS s${2 * at}`, `sum(d${at}) AS s${2 * at + 1}`]);
  const rows = members.map((place) => `(${place.number}, ${shownAt(place)})`).join();
  return `WITH place (member, shown) AS (VALUES ${rows})
    SELECT place.shown AS place, ${years.length > 1 ? 'k0' : 'NULL'} AS year, ${sums.join(', ')}
    FROM (${source}) counted JOIN place ON place.member = counted.tenant GROUP BY 1, 2`;
}

/** Rows of such a statement, in numbers. */
export const numbersOf = (rows: readonly Readonly<Record<string, unknown>>[]): Numbers =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const sides = METRICS.flatMap((_name, at) => [
        Number(row[`s${2 * at}`]),
        Number(row[`s${2 * at + 1}`]),
      ]);
      const key = `${encodeLocalityId(Number(row.place))} ${row.year ?? null}`;
      return sides.some(Boolean) ? [[key, sides]] : [];
    }),
  );
