import { encodeLocalityId } from '@duban/kernel';
import type { Scope } from '@duban/kernel/runtime';
import { graphql } from 'graphql';
import { cellStore } from '../../cells/cell.store.typeorm.js';
import { CELL_COLUMNS } from '../../cells/cell-columns.js';
import { MEANING } from '../../cells/counter.js';
import type { StoredVersion } from '../../facts/fact.store.js';
import { factStore } from '../../facts/fact.store.typeorm.js';
import { FOREVER } from '../../facts/fact-versions.js';
import { type Population, readFilter } from '../../figures/figure-filter.js';
import type { MetricName } from '../../figures/metrics.js';
import { tallyStatement } from '../../figures/tally-statement.js';
import { buildEvaluationSubgraph } from '../../subgraph.js';
import { placeHistory } from '../../tree/place-history.js';
import { treeStore } from '../../tree/tree.store.typeorm.js';
import { type Wiring, wire } from '../../wiring.js';
import {
  type EvaluationDatabase,
  evaluationDatabaseOn,
  eventsOf,
  quiet,
  somebodyIn,
} from '../evaluation-database.js';
import { LIVES, type Lived, livesOf, nationCase } from './nation-case.js';
import { type NationPlace, type NationShape, nationPlaces, saidOf } from './nation-places.js';

export { NATION, type NationPlace, type NationShape, THE_COUNTRY } from './nation-places.js';

/** Beside the country: its cases come through the log and the fold, to be compared with those that were loaded. */
const TWIN = 999_999;

type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] };

const { schema } = buildEvaluationSubgraph();
const relay = (tenant: number): Scope => ({ tenant, tenants: [tenant], purpose: 'RELAY', actor: null });

/**
 * For measurements: a country in this service's tables. Facts are loaded in bulk, locality by locality,
 * each with its cells in one transaction, so that loading goes on where it stopped.
 */
export class Nation {
  readonly places: readonly NationPlace[];
  private readonly weights: number;
  private readonly lives = new Map<number, readonly Lived[]>();
  private running: Wiring | null = null;

  private constructor(
    private readonly database: EvaluationDatabase,
    shape: NationShape,
    private readonly casesAYear: number,
    readonly years: readonly number[],
  ) {
    this.places = nationPlaces(shape);
    this.weights = this.places.reduce((sum, { weight }) => sum + weight, 0);
  }

  static async on(
    adminUrl: string,
    shape: NationShape,
    casesAYear: number,
    years: readonly number[],
  ): Promise<Nation> {
    return new Nation(await evaluationDatabaseOn(adminUrl), shape, casesAYear, years);
  }

  /** Those that are not loaded yet, from the top down. */
  async missing(): Promise<NationPlace[]> {
    const made = await this.database.relay.transaction(relay(1), 'read', (tx) =>
      tx.query<{ tenant: number }>(
        'SELECT tenant_id AS tenant FROM evaluation.cell_head WHERE meaning = $1',
        [MEANING],
      ),
    );
    const there = new Set(made.map(({ tenant }) => tenant));
    return this.places.filter(({ number }) => !there.has(number));
  }

  /** A place with its history and all its cases; gives their number. */
  async load(place: NationPlace): Promise<number> {
    const tenant = place.number;
    const versions = this.years.flatMap((year) => this.casesOf(place, year));
    await this.database.relay.transaction(relay(tenant), 'write', async (tx) => {
      await treeStore(tx).replace(placeHistory(tenant, saidOf(place) as never), []);
      await factStore(tx).change({ removed: [], written: versions }, { removed: [], written: [] });
      await cellStore(tx).rebuild();
    });
    return versions.length;
  }

  private casesOf(place: NationPlace, year: number): StoredVersion[] {
    const lives = this.lives.get(year) ?? livesOf(year);
    this.lives.set(year, lives);
    return Array.from({ length: this.countOf(place) }, (_none, at) => {
      const { validFrom, facts } = lives[lifeOf(place, at)] as Lived;
      return { caseId: idOf(place, year, at), validFrom, validTo: FOREVER, knownFrom: validFrom, facts };
    });
  }

  private countOf({ weight }: NationPlace): number {
    return Math.round((weight / this.weights) * this.casesAYear);
  }

  /** Starts the service: sums of inner nodes are folded as ever. */
  async start(): Promise<void> {
    this.running ??= await wire({
      databaseUrl: this.database.url('evaluation', 'app'),
      relayUrl: this.database.url('evaluation', 'relay'),
      log: quiet,
    });
    for (const consumer of this.running.consumers)
      while (!(await consumer.caughtUp())) await new Promise((resolve) => setTimeout(resolve, 200));
  }

  /** One place's cases once more, through the log and the fold: its cells are the loaded ones, number by number. */
  async sampleIsFolded(place: NationPlace): Promise<number> {
    const cases = this.years.flatMap((year) =>
      Array.from({ length: this.countOf(place) }, (_none, at) =>
        nationCase(idOf(place, year, at), TWIN, year, lifeOf(place, at)),
      ),
    );
    if ((await this.ownCells(TWIN)).length === 0) await this.database.record(eventsOf(cases));
    await this.start();
    const [loaded, folded] = [await this.ownCells(place.number), await this.ownCells(TWIN)];
    if (JSON.stringify(loaded) !== JSON.stringify(folded))
      throw new Error(`the cells of ${place.number} are not what folding its events gives`);
    return cases.length;
  }

  private ownCells(tenant: number): Promise<unknown[]> {
    return this.database.relay.transaction(relay(tenant), 'read', (tx) =>
      tx.query(
        `SELECT ${CELL_COLUMNS.map(({ name }) => name).join(', ')} FROM evaluation.cell WHERE tenant_id = $1 AND part = 'OWN' ORDER BY cube, key`,
        [tenant],
      ),
    );
  }

  /** A question to the subgraph, as the place's own analyst asks it. */
  async ask(tenant: number, figures: string): Promise<Answer> {
    if (!this.running) throw new Error('the service has not been started');
    const source = `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(tenant)}" }]) { ... on Locality { ${figures} } } }`;
    const contextValue = this.running.context({ viewer: somebodyIn(tenant), requestId: 'bench' });
    const answer = await graphql({ schema, source, contextValue });
    await contextValue.close();
    return answer;
  }

  async close(): Promise<void> {
    await this.running?.close();
    await this.database.close();
  }
}

const lifeOf = ({ number }: NationPlace, at: number): number => (number * 7 + at * 13) % LIVES;

const idOf = ({ number }: NationPlace, year: number, at: number): string =>
  `00000000-${String(year)}-7000-8000-${String(number).padStart(6, '0')}${at.toString(16).padStart(6, '0')}`;

/**
 * The service's own statement over facts, of every year and locality, without parameters: what a
 * comparison by hand groups or stores. Columns: tenant, k0 (the year), n0, d0, n1, d1 …
 */
export function statementOverFacts(metrics: readonly MetricName[]): string {
  const population = readFilter({}, new Date()) as Population;
  const asked = metrics.map((name) => ({ name, axis: 'RESULT', round: 'FINAL' }) as const);
  const table = { name: 'case_fact', schema: 'evaluation' } as const;
  return tallyStatement(table, [], null, population, asked, [{ column: 'year' }])
    .sql.replace('tenant_id = ANY($1::int[])', `tenant_id <> ${TWIN}`)
    .replaceAll('$2::date', 'NULL::date')
    .replaceAll('$3::date', 'NULL::date');
}
