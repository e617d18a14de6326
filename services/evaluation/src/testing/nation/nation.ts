import { encodeLocalityId } from '@duban/kernel';
import { type Database, openDatabase, type Scope, type Transaction } from '@duban/kernel/runtime';
import { type DocumentNode, execute, parse, validate } from 'graphql';
import { cellsOf, firstDifference } from '../../cells/cell.js';
import { cellStore } from '../../cells/cell.store.typeorm.js';
import { CELL_COLUMNS, cellOfRow } from '../../cells/cell-columns.js';
import { columnName, FACT_COLUMN_NAMES, sameFacts } from '../../facts/fact.js';
import { factStore } from '../../facts/fact.store.typeorm.js';
import { FOREVER } from '../../facts/fact-versions.js';
import { type Population, readFilter } from '../../figures/figure-filter.js';
import type { MetricName } from '../../figures/metrics.js';
import { tallyStatement } from '../../figures/tally-statement.js';
import { nightOf } from '../../proof/night.js';
import { buildEvaluationSubgraph } from '../../subgraph.js';
import { type Wiring, wire } from '../../wiring.js';
import { quiet, somebodyIn } from '../evaluation-database.js';
import { LIVES, livedCase, livesOf } from './nation-case.js';
import { type NationPlace, type NationShape, nationPlaces } from './nation-places.js';

export {
  MOVED_ON,
  NATION,
  type NationPlace,
  type NationShape,
  nationPlaces,
  THE_COUNTRY,
} from './nation-places.js';

/** Whose facts are the lives that all cases lead; in no tree, and counted by nobody. */
const PATTERN = 999_998;

export type NationOptions = {
  /** Addresses of this service's roles in an installation whose localities are those of the shape. */
  readonly urls: { readonly app: string; readonly relay: string };
  readonly shape: NationShape;
  /** Cases of the whole country, year by year. */
  readonly casesOf: ReadonlyMap<number, number>;
  /** When all sums are recounted, in hours of Asia/Shanghai, such as 2-6. */
  readonly recountHours: string;
};

type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] };

const { schema } = buildEvaluationSubgraph();
const relay = (tenant: number, others: readonly number[] = []): Scope => ({
  tenant,
  tenants: [tenant, ...others],
  purpose: 'RELAY',
  actor: null,
  statementTimeoutMs: 1_800_000,
});

/**
 * For measurements: the cases of a country in this service's tables. A few thousand different lives are
 * folded from their events and stored once; every locality's cases are then written from them by the
 * database itself, locality by locality, each with its cells in one transaction, so that loading goes on
 * where it stopped.
 */
export class Nation {
  readonly places: readonly NationPlace[];
  readonly years: readonly number[];
  private readonly weights: number;
  private running: Wiring | null = null;

  private constructor(
    private readonly options: NationOptions,
    private readonly database: Database,
  ) {
    this.places = nationPlaces(options.shape);
    this.years = [...options.casesOf.keys()];
    this.weights = this.places.reduce((sum, { weight }) => sum + weight, 0);
  }

  static async on(options: NationOptions): Promise<Nation> {
    const { relay: url } = options.urls;
    return new Nation(options, await openDatabase({ url, schema: 'evaluation', poolSize: 4, log: quiet }));
  }

  private countOf({ weight }: NationPlace, year: number): number {
    return Math.round((weight / this.weights) * (this.options.casesOf.get(year) ?? 0));
  }

  /** Those that are not loaded yet, the largest first. */
  async missing(): Promise<NationPlace[]> {
    const numbers = this.places.map(({ number }) => number);
    const there = await this.database.transaction(relay(PATTERN, numbers), 'read', (tx) =>
      tx.query<{ number: number }>(
        `SELECT number FROM unnest($1::int[]) AS number
         WHERE EXISTS (SELECT FROM evaluation.case_fact WHERE tenant_id = number)`,
        [[PATTERN, ...numbers]],
      ),
    );
    const loaded = new Set(there.map(({ number }) => number));
    if (loaded.has(PATTERN) && !(await this.livesStand())) {
      await this.forget();
      loaded.clear();
    }
    if (!loaded.has(PATTERN)) await this.storeLives();
    return this.places
      .filter(
        (place) => !loaded.has(place.number) && this.years.some((year) => this.countOf(place, year) > 0),
      )
      .sort((a, b) => b.weight - a.weight);
  }

  /** Whether folding gives the same facts today as when they were stored. */
  private async livesStand(): Promise<boolean> {
    const [year = 0] = this.years;
    const lives = livesOf(year);
    const ids = lives.map((_lived, life) => idOf(PATTERN, year, life));
    const stored = await this.database.transaction(relay(PATTERN), 'read', (tx) =>
      factStore(tx).versions(ids),
    );
    const known = new Map(stored.map(({ caseId, facts }) => [caseId, facts]));
    return lives.every(({ facts }, life) => {
      const before = known.get(ids[life] as string);
      return before !== undefined && sameFacts(before, facts);
    });
  }

  /** The lives last: what is left half-done is gone on with. */
  private async forget(): Promise<void> {
    for (const tenant of [...this.places.map(({ number }) => number), PATTERN])
      await this.database.transaction(relay(tenant), 'write', (tx) =>
        tx.query('DELETE FROM evaluation.case_fact WHERE tenant_id = $1', [tenant]),
      );
  }

  private storeLives(): Promise<void> {
    return this.database.transaction(relay(PATTERN), 'write', async (tx) => {
      for (const year of this.years) {
        const written = livesOf(year).map(({ validFrom, facts }, life) => ({
          caseId: idOf(PATTERN, year, life),
          validFrom,
          validTo: FOREVER,
          knownFrom: validFrom,
          facts,
        }));
        await factStore(tx).change({ removed: [], written }, { removed: [], written: [] });
      }
    });
  }

  /** All cases of a place with its own cells; gives their number. */
  load(place: NationPlace): Promise<number> {
    return this.database.transaction(relay(place.number, [PATTERN]), 'write', async (tx) => {
      const counts = this.years.map((year) => this.countOf(place, year));
      for (const [at, year] of this.years.entries())
        await writeCases(tx, place.number, year, counts[at] ?? 0);
      await cellStore(tx).rebuild();
      return counts.reduce((sum, count) => sum + count, 0);
    });
  }

  /** Starts the service, which folds the sums of inner nodes as ever, and waits until it has. */
  async start(): Promise<void> {
    const { urls, recountHours } = this.options;
    const night = nightOf(recountHours) ?? undefined;
    this.running ??= await wire({ databaseUrl: urls.app, relayUrl: urls.relay, night, log: quiet });
    for (const consumer of this.running.consumers)
      while (!(await consumer.caughtUp())) await new Promise((resolve) => setTimeout(resolve, 200));
  }

  /** One place's cases once more, folded from their events: gives their number if its cells say the same. */
  async foldedAgain(place: NationPlace): Promise<number> {
    const items = this.years.flatMap((year) =>
      Array.from({ length: this.countOf(place, year) }, (_none, at) => ({
        caseId: idOf(place.number, year, at),
        facts: livedCase(idOf(place.number, year, at), place.number, year, lifeOf(place.number, at)).facts,
      })),
    );
    const names = CELL_COLUMNS.map(({ name }) => name).join(', ');
    const rows = await this.database.transaction(relay(place.number), 'read', (tx) =>
      tx.query(`SELECT ${names} FROM evaluation.cell WHERE tenant_id = $1 AND part = 'OWN'`, [place.number]),
    );
    const wrong = firstDifference(rows.map(cellOfRow), cellsOf(items));
    if (wrong) throw new Error(`cell ${wrong.key} of ${place.number} is not what folding its events gives`);
    return items.length;
  }

  /** A question to the subgraph, as the place's own analyst asks it. */
  async ask(tenant: number, figures: string): Promise<Answer> {
    if (!this.running) throw new Error('the service has not been started');
    const source = `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(tenant)}" }]) { ... on Locality { ${figures} } } }`;
    const contextValue = this.running.context({ viewer: somebodyIn(tenant), requestId: 'bench' });
    const answer = await execute({ schema, document: documentOf(source), contextValue });
    // As the server does: nobody waits for the end of what was only read.
    contextValue.close().catch(() => undefined);
    return answer;
  }

  /** Stops the service; what is stored stays. */
  async stop(): Promise<void> {
    await this.running?.close();
    this.running = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.database.close();
  }
}

const documents = new Map<string, DocumentNode>();

/** Read and validated once, as the server does that is asked over HTTP. */
function documentOf(source: string): DocumentNode {
  const known = documents.get(source);
  if (known) return known;
  const document = parse(source);
  const [fault] = validate(schema, document);
  if (fault) throw fault;
  documents.set(source, document);
  return document;
}

const FACTS = FACT_COLUMN_NAMES.map(columnName).join(', ');

/** Which life the case leads; the same in SQL. */
const lifeOf = (number: number, at: number): number => (number * 7 + at * 13) % LIVES;
const LIFE = `($1::int * 7 + at * 13) % ${LIVES}`;

const idOf = (number: number, year: number, at: number): string =>
  `00000000-${String(year)}-7000-8000-${String(number).padStart(6, '0')}${at.toString(16).padStart(6, '0')}`;
const idSql = (number: string, at: string): string =>
  `format('00000000-%s-7000-8000-%s%s', $2::int, lpad((${number})::text, 6, '0'), lpad(to_hex(${at}), 6, '0'))::uuid`;

const WRITE = `
INSERT INTO evaluation.case_fact (tenant_id, case_id, valid_from, valid_to, known_from, ${FACTS})
SELECT $1::int, ${idSql('$1::int', 'at')}, valid_from, valid_to, known_from, ${FACTS}
FROM generate_series(0, $3::int - 1) AS at
JOIN evaluation.case_fact ON tenant_id = ${PATTERN} AND case_id = ${idSql(String(PATTERN), LIFE)}`;

const writeCases = (tx: Transaction, tenant: number, year: number, count: number): Promise<unknown> =>
  tx.query(WRITE, [tenant, year, count]);

/**
 * The service's own statement over facts, of every year and locality, without parameters: what a
 * comparison by hand groups or stores. Columns: tenant, k0 (the year), n0, d0, n1, d1 …
 */
export function statementOverFacts(metrics: readonly MetricName[]): string {
  const population = readFilter({}, new Date()) as Population;
  const asked = metrics.map((name) => ({ name, axis: 'RESULT', round: 'FINAL' }) as const);
  const table = { name: 'case_fact', schema: 'evaluation' } as const;
  return tallyStatement(table, [], null, population, asked, [{ column: 'year' }])
    .sql.replace('tenant_id = ANY($1::int[])', `tenant_id <> ${PATTERN}`)
    .replaceAll('$2::date', 'NULL::date')
    .replaceAll('$3::date', 'NULL::date');
}
